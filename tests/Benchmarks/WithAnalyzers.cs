using System.Diagnostics;
using System.Globalization;

namespace ConfigSdk.Benchmarks;

/// <summary>csc as a build calls it, on declarations, with and without our analyzers beside those of the .NET SDK, in turns.</summary>
internal static class WithAnalyzers
{
    private const int Rounds = 11;

    private static readonly string[] s_analyzers = ["ConfigSdk.Analyzers.dll", "ConfigSdk.Rules.dll", "ConfigSdk.Catalog.dll"];

    public static void Print()
    {
        var folder = Directory.CreateTempSubdirectory("configsdk-").FullName;
        var pipe = Path.GetFileName(folder) + "-pipe";
        using var server = Compiler.StartServer(pipe);
        try
        {
            Console.WriteLine("| declarations | compiler | without | with | ratio | CPU ratio |\n|---:|---|---:|---:|---:|---:|");
            foreach (var nodes in new[] { 100, 1_000, 10_000 })
            {
                var (without, with) = (Arguments(folder, nodes, []), Arguments(folder, nodes, s_analyzers));
                Print(nodes, "warm", Turns(() => Measure(["-shared:" + pipe, .. without], server), () => Measure(["-shared:" + pipe, .. with], server)));
                Print(nodes, "fresh", Turns(() => Measure(without, null), () => Measure(with, null)));
            }
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Arguments(string folder, int nodes, string[] analyzers)
    {
        var sources = Directory.CreateDirectory(Path.Combine(folder, nodes.ToString(CultureInfo.InvariantCulture))).FullName;
        var files = Declarations.Of(nodes).Select((text, i) => (Path: Path.Combine(sources, $"{i}.cs"), Text: text)).ToArray();
        Array.ForEach(files, f => File.WriteAllText(f.Path, f.Text));
        return
        [
            "-nologo", "-target:library", "-nullable:enable", "-deterministic", "-out:" + Path.Combine(sources, "out.dll"), .. files.Select(f => f.Path),
            .. Compiler.References.Append(InFolder("ConfigSdk.Model.dll")).Select(r => "-r:" + r),
            "-analyzerconfig:" + Compiler.SdkAnalyzerConfig, .. Compiler.SdkAnalyzers.Concat(analyzers.Select(InFolder)).Select(a => "-analyzer:" + a),
        ];

        static string InFolder(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly);
    }

    /// <summary>Each in turn, so that what else the machine does falls on both; the first round, which loads what the others find loaded, does not count.</summary>
    private static (Cost Without, Cost With) Turns(Func<Cost> without, Func<Cost> with)
    {
        var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => (Without: without(), With: with())).Skip(1).ToArray();
        return (Cost.Median(rounds.Select(r => r.Without)), Cost.Median(rounds.Select(r => r.With)));
    }

    private static Cost Measure(string[] arguments, Process? server)
    {
        var before = server?.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var output = Compiler.Run(arguments);
        var time = watch.Elapsed;
        server?.Refresh();
        return output.Length == 0 ? new(time, server?.TotalProcessorTime - before) : throw new InvalidOperationException("the compiler found something:\n" + output);
    }

    private static void Print(int nodes, string compiler, (Cost Without, Cost With) costs) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {nodes} | {compiler} | {costs.Without.Time.TotalMilliseconds:F0} ms | {costs.With.Time.TotalMilliseconds:F0} ms | {costs.With.Time / costs.Without.Time:F2} | {costs.With.Cpu / costs.Without.Cpu:F2} |"));

    /// <summary>What a compilation took: on the clock, and of all cores, as far as that can be known, which is in the server alone.</summary>
    private sealed record Cost(TimeSpan Time, TimeSpan? Cpu)
    {
        public static Cost Median(IEnumerable<Cost> costs)
        {
            var all = costs.ToArray();
            return new(all.Select(c => c.Time).Order().ElementAt(all.Length / 2), all.Select(c => c.Cpu).Order().ElementAt(all.Length / 2));
        }
    }
}
