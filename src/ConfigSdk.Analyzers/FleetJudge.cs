using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Analyzers;

/// <summary>Judges each fleet as a whole. A finding is reported in the one of its two properties in which the wrong value is written.</summary>
internal sealed class FleetJudge(Evaluator evaluator, ModelTypes model, FactCatalog catalog, KnownShare share)
{
    public void Judge(OperationBlockAnalysisContext context)
    {
        // An initializer belongs to the property, a getter to its accessor.
        if (((context.OwningSymbol as IMethodSymbol)?.AssociatedSymbol ?? context.OwningSymbol) is not IPropertySymbol { Name: ModelNames.Nodes or ModelNames.Images } property
            || !model.IsFleet(property.ContainingType)
            || Syntax(property, context.CancellationToken) is not { } judged)
        {
            return;
        }

        var report = new Report(context.ReportDiagnostic, context.Compilation);
        report.Guard(judged.Identifier.GetLocation(), () =>
        {
            var nodes = ModelTypes.Property(property.ContainingType, ModelNames.Nodes);
            var images = ModelTypes.Property(property.ContainingType, ModelNames.Images);
            var declared = Value(nodes, context.CancellationToken);
            share.CountFleet(property.ContainingType, declared);
            foreach (var finding in RuleCatalog.Judge(FleetFacts.Read(declared, Value(images, context.CancellationToken), catalog)).Where(f => !f.Rule.IsBuildOnly))
            {
                if (Place(finding, judged, property.Name == ModelNames.Nodes ? images : nodes, context.CancellationToken) is { } place)
                {
                    report.Add(finding, place);
                }
            }
        });
    }

    private static Location? Place(Finding finding, PropertyDeclarationSyntax judged, IPropertySymbol? other, CancellationToken cancellation)
    {
        var otherSyntax = other is null ? null : Syntax(other, cancellation);
        if (finding.At.Origin is Origin { Syntax: { } at } && otherSyntax is not null && Placement.Contains(otherSyntax, at))
        {
            return null;
        }

        return Placement.OfValue(finding, judged, _ => true)
            ?? Placement.OfInvolved(finding, judged)
            ?? (judged.Identifier.ValueText == ModelNames.Nodes && (otherSyntax is null || Placement.OfInvolved(finding, otherSyntax) is null)
                ? judged.Identifier.GetLocation()
                : null);
    }

    private PartialValue Value(IPropertySymbol? property, CancellationToken cancellation) =>
        property is null ? Unknown.Instance
        : Syntax(property, cancellation) is { } syntax ? evaluator.Returned(property, syntax, cancellation)
        : model.Defines(property) && property is { Name: ModelNames.Images } ? new Sequence([], isOpen: false, null)
        : Unknown.Instance;

    private static PropertyDeclarationSyntax? Syntax(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax(cancellation) as PropertyDeclarationSyntax : null;
}
