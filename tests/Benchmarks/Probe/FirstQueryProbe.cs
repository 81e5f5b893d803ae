using System.Collections.Immutable;
using System.Diagnostics;
using ConfigSdk.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Benchmarks.Probe;

/// <summary>Asks the catalog as the rules do, inside of a compiler, and tells how long the first answer took. <c>#define AHEAD</c>: as ConfigSdk's analyzer, which has the facts read ahead.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FirstQueryProbe : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_told = new("PROBE1", "First query", "{0}", "Probe", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_told);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.SyntaxTrees.First().Options.PreprocessorSymbolNames.Contains("AHEAD"))
            {
                _ = Task.Run(FactCatalog.Bundled.ReadAhead);
            }

            var asked = 0;
            start.RegisterOperationAction(
                operation =>
                {
                    if (Interlocked.Exchange(ref asked, 1) == 0)
                    {
                        var watch = Stopwatch.StartNew();
                        var release = Release.Parse("31.0.0");
                        var facts = FactCatalog.Bundled.Options.OfGroup("libvirt").Select(o => o.In(release)).OfType<OptionFacts>().ToArray();
                        var taken = watch.Elapsed.TotalMilliseconds;
                        operation.ReportDiagnostic(Diagnostic.Create(s_told, operation.Operation.Syntax.GetLocation(), FormattableString.Invariant($"{taken:F2} ms for {facts.Length} options")));
                    }
                },
                OperationKind.ObjectCreation);
        });
    }
}
