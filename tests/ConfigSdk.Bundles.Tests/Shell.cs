using System.ComponentModel;
using System.Diagnostics;

namespace ConfigSdk.Bundles.Tests;

/// <summary>Runs scripts as a node would.</summary>
internal static class Shell
{
    /// <summary>Goes on if the program is there; else the test is skipped, and on CI, which has to install it, fails.</summary>
    public static void Require(string program)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("nodes run Linux, and so do the scripts");
        }

        try
        {
            Run(program, ["--version"]);
        }
        catch (Win32Exception)
        {
            var message = $"{program} is not installed here (apt-get install {program})";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", message);
            Assert.Skip(message);
        }
    }

    public static (int Code, string Output, string Error) Run(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
