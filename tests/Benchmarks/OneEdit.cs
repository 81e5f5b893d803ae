using System.Collections.Immutable;
using System.Globalization;
using ConfigSdk.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Benchmarks;

/// <summary>What an editor has to do after a key was pressed in one file of a fleet: the CPU time of all threads, for that file.</summary>
internal static class OneEdit
{
    private const int Nodes = 1_000;
    private const int Edits = 100;

    public static async Task Print()
    {
        var compilation = Declarations.Compilation(Nodes);
        var trees = compilation.SyntaxTrees;
        ImmutableArray<DiagnosticAnalyzer> ours = [new ComputeNodeAnalyzer()], empty = [new Idle()];
        var costs = new List<(double Binding, double Idle, double Ours)>();
        for (var i = 0; i < Edits; i++)
        {
            var edited = trees[1 + (i % (trees.Length - 2))];
            var text = (await edited.GetTextAsync()).ToString().Replace("-31\"", $"-{32 + i}\"", StringComparison.Ordinal);
            var tree = edited.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text));
            costs.Add((
                await Cpu(() => Task.FromResult(Edited().GetSemanticModel(tree).GetDiagnostics().Length)),
                await Cpu(() => Analyzed(empty)),
                await Cpu(() => Analyzed(ours))));

            CSharpCompilation Edited() => compilation.ReplaceSyntaxTree(edited, tree);

            async Task<int> Analyzed(ImmutableArray<DiagnosticAnalyzer> analyzers)
            {
                var next = Edited();
                return (await next.WithAnalyzers(analyzers).GetAnalyzerSemanticDiagnosticsAsync(next.GetSemanticModel(tree), null, CancellationToken.None)).Length;
            }
        }

        Console.WriteLine("| after an edit in a file of 50 nodes of 1000 | CPU |\n|---|---:|");
        Print("the compiler's own diagnostics of the file", costs.Select(c => c.Binding));
        Print("an analyzer that is called for the same operations and does nothing", costs.Select(c => c.Idle));
        Print("ours", costs.Select(c => c.Ours));
    }

    // The first edits also compile our code.
    private static void Print(string what, IEnumerable<double> costs) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {costs.Skip(Edits / 2).Order().ElementAt(Edits / 4):F1} ms |"));

    private static async Task<double> Cpu(Func<Task<int>> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        await work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

#pragma warning disable RS1001, RS1036, RS1041, RS2008 // it is no analyzer for others
    private sealed class Idle : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_none = new("IDLE", "None", "None", "None", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_none];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
            context.RegisterOperationAction(_ => { }, OperationKind.ObjectCreation, OperationKind.With, OperationKind.Invocation);
        }
    }
#pragma warning restore RS1001, RS1036, RS1041, RS2008
}
