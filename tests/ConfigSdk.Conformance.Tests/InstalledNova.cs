using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ConfigSdk.Catalog;

namespace ConfigSdk.Conformance.Tests;

/// <summary>A real nova as judge. It is started once: importing nova takes seconds.</summary>
internal sealed class InstalledNova
{
    private static readonly Lazy<InstalledNova> s_here = new(() =>
    {
        Tool.Require("nova", "python3-nova", "/usr/bin/python3", "-c", "import nova.version");
        return new InstalledNova("/usr/bin/python3", []);
    });

    private static readonly ConcurrentDictionary<string, Lazy<InstalledNova>> s_elsewhere = new();
    private readonly Process _reader;

    private InstalledNova(string command, string[] arguments)
    {
        // The process ends with this one: its input closes.
        _reader = Process.Start(new ProcessStartInfo(command, [.. arguments, "-c", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "read_nova_conf.py"))])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!;
        _reader.ErrorDataReceived += (_, e) => _errors.AppendLine(e.Data);
        _reader.BeginErrorReadLine();
        var start = Answer<Start>();
        Release = Release.All.Single(r => r.Series == start.Version.Split('.')[0]);
        Options = start.Options.ToHashSet(StringComparer.Ordinal);
    }

    private readonly StringBuilder _errors = new();

    /// <summary>The nova of this machine.</summary>
    public static InstalledNova Here => s_here.Value;

    /// <summary>This machine's root and those that CONFIGSDK_NOVA_ROOTS names, separated by colons: Debian systems with another nova.</summary>
    public static TheoryData<string> Roots =>
        ["/", .. Environment.GetEnvironmentVariable("CONFIGSDK_NOVA_ROOTS")?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? []];

    /// <summary>The release that is installed.</summary>
    public Release Release { get; }

    /// <summary>The names of all options that it and the libraries beside it register.</summary>
    public HashSet<string> Options { get; }

    /// <summary>The nova of a root.</summary>
    public static InstalledNova In(string root) => root == "/"
        ? Here
        : s_elsewhere.GetOrAdd(root, r => new(() => new InstalledNova("/usr/sbin/chroot", [r, "/usr/bin/python3"]))).Value;

    /// <summary>Has nova read a file with this text.</summary>
    public Verdict Read(string text)
    {
        lock (_reader)
        {
            _reader.StandardInput.WriteLine(JsonSerializer.Serialize(text));
            _reader.StandardInput.Flush();
            return Answer<Verdict>();
        }
    }

    private T Answer<T>() => JsonSerializer.Deserialize<T>(
        _reader.StandardOutput.ReadLine() ?? throw new InvalidOperationException(_errors.ToString()), JsonSerializerOptions.Web)!;

    private sealed record Start(string Version, string[] Options);
}

/// <summary>What nova makes of a file.</summary>
/// <param name="Unknown">Keys that nothing registers: nova ignores them in silence.</param>
/// <param name="Errors">Values that nova refuses when it reads them.</param>
/// <param name="Values">What nova reads for all other keys, under its own names.</param>
internal sealed record Verdict(string[] Unknown, Dictionary<string, string> Errors, Dictionary<string, JsonElement> Values);

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
