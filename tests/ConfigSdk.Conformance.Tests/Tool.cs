using System.Diagnostics;

namespace ConfigSdk.Conformance.Tests;

/// <summary>Programs of the machine.</summary>
internal static class Tool
{
    /// <summary>Goes on if the command works; else the test is skipped, and on CI, which has to install it, fails.</summary>
    public static void Require(string what, string package, string command, params string[] arguments)
    {
        try
        {
            Run(command, arguments);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Missing($"NOT JUDGED BY THE REAL {what.ToUpperInvariant()}: it is not installed here (apt-get install {package})");
        }
    }

    /// <summary>Skips the test for want of what CI has to have.</summary>
    public static void Missing(string message)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", message);
        Skip(message);
    }

    /// <summary>Skips the test, and says so where people look.</summary>
    public static void Skip(string message)
    {
        TestContext.Current.SendDiagnosticMessage(message);
        Assert.Skip(message);
    }

    /// <summary>Runs a program and returns what it prints.</summary>
    public static string Run(string command, string[] arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{command} exited with {process.ExitCode}: {error.Result}");
    }
}
