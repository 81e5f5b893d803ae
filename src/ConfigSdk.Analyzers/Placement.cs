using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers;

/// <summary>Where a finding is shown, seen from one piece of source that is judged.</summary>
internal static class Placement
{
    /// <summary>
    /// Where it was written, if that is in the judged source; or else where one of the other values that have a part in it was.
    /// Null if all of them come from elsewhere.
    /// </summary>
    public static Location? Written(Finding finding, SyntaxNode judged) =>
        Origins(finding).Where(o => Contains(judged, o.Syntax)).Select(o => DeclarationSyntax.Head(o.Syntax)).FirstOrDefault();

    /// <summary>The reference in the judged source through which the value came, unless it is to a whole profile or node.</summary>
    public static Location? Referenced(Finding finding, SyntaxNode judged, Func<ISymbol, bool> isDeclaration) =>
        Origins(finding).SelectMany(o => o.References).Where(r => Contains(judged, r.Syntax) && !isDeclaration(r.Symbol)).Select(r => r.Syntax.GetLocation()).FirstOrDefault();

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
