using System.Collections.Immutable;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Analyzers;

/// <summary>Judges the compute nodes, profiles and fleets that a project declares, as far as their source tells.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComputeNodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Declarations that a generator writes are deployed like any other.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (ModelTypes.Find(start.Compilation) is not { } model)
            {
                return;
            }

            var facts = OwnFactFiles.Read(start.Options, start.CancellationToken);
            if (facts.HasFlaws)
            {
                // Judged by the bundled facts alone, what is right by the project's own would be wrong.
                start.RegisterAdditionalFileAction(facts.Report);
                return;
            }

            var catalog = facts.Catalog.For(Trial(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions));
            // The compiler has to bind the source before there is anything to judge; the facts are read meanwhile.
            _ = Task.Run(catalog.ReadAhead);
            var evaluator = new Evaluator(start.Compilation, model);
            var share = new KnownShare();
            var nodes = new NodeJudge(evaluator, model, new Judgement(catalog), share);
            var fleets = new FleetJudge(evaluator, model, catalog, share);
            start.RegisterOperationAction(nodes.Judge, OperationKind.ObjectCreation, OperationKind.With, OperationKind.Invocation);
            start.RegisterOperationBlockAction(fleets.Judge);
            start.RegisterCompilationEndAction(share.Note);
        });
    }

    /// <summary>The release that the property NovaRelease names. A name that is none is the build's error.</summary>
    private static Release? Trial(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.NovaRelease", out var name) ? Release.Find(name) : null;
}
