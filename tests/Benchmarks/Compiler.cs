using System.Diagnostics;
using System.Reflection;

namespace ConfigSdk.Benchmarks;

/// <summary>The compiler of the .NET SDK that runs this.</summary>
internal static class Compiler
{
    private static readonly string s_framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly string s_dotnet = Path.GetFullPath(Path.Combine(s_framework, "..", "..", ".."));

    private static readonly string s_sdk = Directory.GetDirectories(Path.Combine(s_dotnet, "sdk"), Environment.Version.Major + ".*").Order(StringComparer.Ordinal).Last();

    /// <summary>The <c>dotnet</c> that runs this.</summary>
    public static string DotNet { get; } = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";

    /// <summary>The runtime's assemblies.</summary>
    public static IEnumerable<string> References { get; } = [.. Directory.GetFiles(s_framework, "System*.dll").Where(IsManaged)];

    /// <summary>The analyzers and generators that every project of the .NET SDK has.</summary>
    public static IEnumerable<string> SdkAnalyzers { get; } =
    [
        .. Directory.GetFiles(Path.Combine(s_sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers"), "Microsoft.CodeAnalysis.*NetAnalyzers.dll").Where(f => !f.Contains("VisualBasic", StringComparison.Ordinal)),
        .. Directory.GetFiles(Path.Combine(s_dotnet, "packs", "Microsoft.NETCore.App.Ref", Environment.Version.ToString(3), "analyzers", "dotnet", "cs"), "*.dll"),
    ];

    /// <summary>The severities that the .NET SDK gives them.</summary>
    public static string SdkAnalyzerConfig { get; } =
        Path.Combine(s_sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers", "build", "config", $"analysislevel_{Environment.Version.Major}_default.globalconfig");

    /// <summary>Runs csc.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(IEnumerable<string> arguments)
    {
        using var compiler = Start("csc.dll", arguments);
        var output = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        return output;
    }

    /// <summary>Starts the server that keeps a compiler warm between the builds of one user.</summary>
    public static Process StartServer(string name)
    {
        var server = Start("VBCSCompiler.dll", ["-pipename:" + name]);
        // Who asks for it before it listens starts another one.
        var pipe = Path.Combine(Path.GetTempPath(), name);
        while (!File.Exists(pipe) && !server.HasExited)
        {
            Thread.Sleep(100);
        }

        return server;
    }

    private static Process Start(string assembly, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(DotNet, [Path.Combine(s_sdk, "Roslyn", "bincore", assembly), .. arguments]) { RedirectStandardOutput = true })!;

    private static bool IsManaged(string file)
    {
        try
        {
            AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
