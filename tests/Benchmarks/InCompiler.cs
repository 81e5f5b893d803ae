using System.Globalization;
using System.Text.RegularExpressions;

namespace ConfigSdk.Benchmarks;

/// <summary>What the first query costs where it matters: in a compiler that has just been started, with and without the facts read ahead.</summary>
public static partial class InCompiler
{
    private const int Processes = 20;

    public static void Print()
    {
        var folder = AppContext.BaseDirectory;
        var source = Path.GetTempFileName();
        File.WriteAllText(source, string.Concat(Enumerable.Range(0, 200).Select(i => $"class C{i} {{ object O => new C{i}(); }}\n")));
        string[] arguments =
        [
            "-nologo", "-target:library", "-out:" + source + ".dll", source, .. Compiler.References.Select(f => "-r:" + f),
            "-analyzer:" + Path.Combine(folder, "ConfigSdk.Benchmarks.Probe.dll"), "-analyzer:" + Path.Combine(folder, "ConfigSdk.Catalog.dll"),
        ];
        Console.WriteLine("| in a fresh csc | median | slowest |\n|---|---:|---:|");
        Print("First query of [libvirt]", arguments);
        Print("First query of [libvirt], facts read ahead", [.. arguments, "-define:AHEAD"]);
        File.Delete(source);
        File.Delete(source + ".dll");
    }

    private static void Print(string name, string[] arguments)
    {
        var times = Enumerable.Range(0, Processes).Select(_ => Compile(arguments)).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[Processes / 2]:F2} ms | {times[^1]:F2} ms |"));
    }

    private static double Compile(string[] arguments)
    {
        var output = Compiler.Run(arguments);
        return Told().Match(output) is { Success: true } told
            ? double.Parse(told.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("the probe told nothing:\n" + output);
    }

    [GeneratedRegex("PROBE1: ([0-9.]+) ms")]
    private static partial Regex Told();
}
