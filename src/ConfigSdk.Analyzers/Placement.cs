using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers;

/// <summary>Where a finding is shown, seen from one piece of source that is judged.</summary>
internal static class Placement
{
    /// <summary>
    /// Where it stands in the judged source: where the wrong value is written, or else the reference through which it came;
    /// or else where one of the other values that have a part in it is written. Null if all of them come with a whole profile or node.
    /// </summary>
    public static Location? In(SyntaxNode judged, Finding finding, Func<ISymbol, bool> isDeclaration)
    {
        if (finding.At.Origin is Origin at && (Written(at, judged) ?? Referenced(at, judged, isDeclaration)) is { } place)
        {
            return place;
        }

        return finding.Involved.Select(v => v.Origin).OfType<Origin>().Select(o => Written(o, judged)).FirstOrDefault(l => l is not null);
    }

    private static Location? Written(Origin origin, SyntaxNode judged) =>
        Contains(judged, origin.Syntax) ? DeclarationSyntax.Head(origin.Syntax) : null;

    private static Location? Referenced(Origin origin, SyntaxNode judged, Func<ISymbol, bool> isDeclaration) =>
        origin.References.FirstOrDefault(r => Contains(judged, r.Syntax) && !isDeclaration(r.Symbol))?.Syntax.GetLocation();

    /// <summary>The profiles and nodes through which the value came to the judged source.</summary>
    public static IEnumerable<ISymbol> Bases(Finding finding, Func<ISymbol, bool> isDeclaration) =>
        Origins(finding).SelectMany(o => o.References).Select(r => r.Symbol).Where(isDeclaration);

    /// <summary>The places of the other values that have a part in it.</summary>
    public static IEnumerable<Location> Others(Finding finding, Location shown) =>
        Origins(finding).Select(o => DeclarationSyntax.Head(o.Syntax)).Where(l => l != shown).Distinct();

    public static bool Contains(SyntaxNode judged, SyntaxNode syntax) => judged.SyntaxTree == syntax.SyntaxTree && judged.Span.Contains(syntax.Span);

    // The value that is wrong comes first.
    private static IEnumerable<Origin> Origins(Finding finding) =>
        finding.Involved.Prepend(finding.At).Select(v => v.Origin).OfType<Origin>();
}
