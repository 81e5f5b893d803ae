using System.Diagnostics;
using System.Text.Json;
using ConfigSdk.Catalog;

namespace ConfigSdk.Conformance.Tests;

/// <summary>The nova that is installed on this machine, as judge. It is started once: importing nova takes seconds.</summary>
internal static class InstalledNova
{
    private static readonly Lazy<(Process Reader, Release Release)> s_nova = new(Start);

    /// <summary>The release that is installed.</summary>
    public static Release Release => s_nova.Value.Release;

    /// <summary>Has nova read a file.</summary>
    public static Verdict Read(string file)
    {
        var reader = s_nova.Value.Reader;
        lock (reader)
        {
            reader.StandardInput.WriteLine(file);
            reader.StandardInput.Flush();
            var verdict = reader.StandardOutput.ReadLine() ?? throw new InvalidOperationException(reader.StandardError.ReadToEnd());
            return JsonSerializer.Deserialize<Verdict>(verdict, JsonSerializerOptions.Web)!;
        }
    }

    private static (Process, Release) Start()
    {
        Tool.Require("nova", "python3-nova", "/usr/bin/python3", "-c", "import nova.version");
        // The process ends with this one: its input closes.
        var reader = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "read_nova_conf.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var version = reader.StandardOutput.ReadLine() ?? throw new InvalidOperationException(reader.StandardError.ReadToEnd());
        return (reader, Release.All.Single(r => r.Series == version.Split('.')[0]));
    }
}

/// <summary>What nova makes of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Unknown">Keys that nothing registers: nova ignores them in silence.</param>
/// <param name="Errors">Values that nova refuses when it reads them.</param>
/// <param name="Values">What nova reads for all other keys, under its own names.</param>
internal sealed record Verdict(string File, string[] Unknown, Dictionary<string, string> Errors, Dictionary<string, JsonElement> Values);

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
