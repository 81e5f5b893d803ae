using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers;

/// <summary>Where a finding is shown, seen from one piece of source that is judged.</summary>
internal static class Placement
{
    /// <summary>Where the wrong value is written in the judged source, or else the reference in it through which the value came.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="judged">The judged source.</param>
    /// <param name="counts">Which symbols' references count.</param>
    public static Location? OfValue(Finding finding, SyntaxNode judged, Func<ISymbol, bool> counts) =>
        finding.At.Origin is not Origin at ? null
        : Written(at, judged) ?? at.References.FirstOrDefault(r => Contains(judged, r.Syntax) && counts(r.Symbol))?.Syntax.GetLocation();

    /// <summary>Where one of the other values that have a part in it is written in the judged source.</summary>
    public static Location? OfInvolved(Finding finding, SyntaxNode judged) =>
        finding.Involved.Select(v => v.Origin).OfType<Origin>().Select(o => Written(o, judged)).FirstOrDefault(l => l is not null);

    /// <summary>The profiles and nodes through which the value came to the judged source.</summary>
    public static IEnumerable<ISymbol> Bases(Finding finding, Func<ISymbol, bool> isDeclaration) =>
        Origins(finding).SelectMany(o => o.References).Select(r => r.Symbol).Where(isDeclaration);

    /// <summary>The places of the other values that have a part in it.</summary>
    public static IEnumerable<Location> Others(Finding finding, Location shown) =>
        Origins(finding).Select(o => o.Syntax).OfType<SyntaxNode>().Select(DeclarationSyntax.Head).Where(l => l != shown).Distinct();

    /// <summary>Whether the place is that of the value that is wrong.</summary>
    public static bool IsAtValue(Finding finding, Location place) => finding.At.Origin is Origin { Syntax: { } at } && DeclarationSyntax.Head(at) == place;

    public static bool Contains(SyntaxNode judged, SyntaxNode syntax) => judged.SyntaxTree == syntax.SyntaxTree && judged.Span.Contains(syntax.Span);

    private static Location? Written(Origin origin, SyntaxNode judged) =>
        origin.Syntax is { } syntax && Contains(judged, syntax) ? DeclarationSyntax.Head(syntax) : null;

    // The value that is wrong comes first.
    private static IEnumerable<Origin> Origins(Finding finding) =>
        finding.Involved.Prepend(finding.At).Select(v => v.Origin).OfType<Origin>();
}
