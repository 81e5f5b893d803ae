using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.CodeFixes;

/// <summary>What a diagnostic tells of its finding.</summary>
internal static class Told
{
    /// <summary>What the finding says under a key; null if it says nothing.</summary>
    public static string? Of(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

    /// <summary>The expression that the finding says under a key; null if there is none, or if its names mean nothing where it should stand.</summary>
    public static ExpressionSyntax? Expression(Diagnostic diagnostic, string key, SyntaxNode place, SemanticModel model) =>
        Of(diagnostic, key) is { } text && SyntaxFactory.ParseExpression(text) is var expression && MeansSomething(expression, place.SpanStart, model) ? expression : null;

    /// <summary>What was written at the places of the finding's values in this file: where it is shown first.</summary>
    public static IEnumerable<SyntaxNode> Places(Diagnostic diagnostic, SyntaxNode root) =>
        diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Where(l => l.SourceTree == root.SyntaxTree).Select(l => At(l, root));

    /// <summary>What was written for the value that is wrong; null if that is in another file.</summary>
    public static SyntaxNode? WrongValue(Diagnostic diagnostic, SyntaxNode root)
    {
        var place = Of(diagnostic, FixKeys.ShownElsewhere) is null ? diagnostic.Location : diagnostic.AdditionalLocations is [var first, ..] ? first : null;
        return place?.SourceTree == root.SyntaxTree ? At(place, root) : null;
    }

    private static SyntaxNode At(Location location, SyntaxNode root) => root.FindNode(location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>Whether every member that the expression names is there, seen from a place.</summary>
    private static bool MeansSomething(ExpressionSyntax expression, int position, SemanticModel model) =>
        expression.DescendantNodesAndSelf(n => n is not MemberAccessExpressionSyntax).OfType<MemberAccessExpressionSyntax>()
            .All(m => model.GetSpeculativeSymbolInfo(position, m, SpeculativeBindingOption.BindAsExpression) is { Symbol: not null } or { CandidateReason: CandidateReason.MemberGroup });
}
