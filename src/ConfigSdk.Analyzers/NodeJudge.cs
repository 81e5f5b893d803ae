using System.Collections.Concurrent;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Analyzers;

/// <summary>Judges each declaration of a node or profile, and reports what its own source brings in.</summary>
internal sealed class NodeJudge(Evaluator evaluator, ModelTypes model, FactCatalog catalog)
{
    private readonly ConcurrentDictionary<ISymbol, HashSet<(string Id, object At)>> _bases = new(SymbolEqualityComparer.Default);

    public void Judge(OperationAnalysisContext context)
    {
        var declaration = context.Operation;
        if (DeclarationSyntax.IsDeclaration(declaration, model) && DeclarationSyntax.IsOutermost(declaration, model))
        {
            var report = new Report(context.ReportDiagnostic);
            report.Guard(DeclarationSyntax.Head(declaration.Syntax), () =>
            {
                foreach (var finding in Findings(evaluator.Evaluate(declaration, context.ContainingSymbol, context.CancellationToken)))
                {
                    if (Place(finding, declaration, context.CancellationToken) is { } place)
                    {
                        report.Add(finding, place);
                    }
                }
            });
        }
    }

    private IEnumerable<Finding> Findings(PartialValue value)
    {
        if (value is not Record record)
        {
            return [];
        }

        if (record.TypeName != ModelNames.ComputeNode)
        {
            return RuleCatalog.Judge(NodeFacts.OfProfile(record, catalog)).AboutValues;
        }

        if (NodeFacts.OfNode(record, catalog) is not { } node)
        {
            return [];
        }

        var (aboutValues, aboutNode) = RuleCatalog.Judge(node);
        return aboutValues.Concat(aboutNode);
    }

    /// <summary>Where the finding is shown; null if a profile or node that this one inherits from has the same.</summary>
    private Location? Place(Finding finding, IOperation declaration, CancellationToken cancellation)
    {
        var judged = declaration.Syntax;
        return Placement.OfValue(finding, judged, s => !IsDeclaration(s)) is { } place ? place
            : Placement.Bases(finding, IsDeclaration).Any(b => FindingsOf(b, cancellation).Contains(Mistake(finding))) ? null
            : Placement.OfInvolved(finding, judged)
                ?? (model.IsComputeNode(declaration.Type) ? null : Placement.OfValue(finding, judged, _ => true))
                ?? DeclarationSyntax.Head(judged);
    }

    private HashSet<(string Id, object At)> FindingsOf(ISymbol symbol, CancellationToken cancellation) =>
        _bases.GetOrAdd(symbol, s => [.. Findings(evaluator.Evaluate(s, cancellation)).Select(Mistake)]);

    /// <summary>What tells mistakes apart: a release that only the heir names makes another message of the same mistake.</summary>
    private static (string Id, object At) Mistake(Finding finding) => (finding.Rule.Id, (finding.At.Origin as Origin)?.Syntax ?? (object)finding.Message);

    private bool IsDeclaration(ISymbol symbol)
    {
        var type = symbol switch { IFieldSymbol f => f.Type, IPropertySymbol p => p.Type, ILocalSymbol l => l.Type, _ => null };
        return model.IsNodeProfile(type) || model.IsComputeNode(type);
    }
}
