using System.Composition;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.CodeFixes;

/// <summary>Writes the text that a rule suggests: as the model's constant, or as a literal where there is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSuggestedName)), Shared]
public sealed class UseSuggestedName() : EditingFixProvider(RuleFixes.Text)
{
    /// <summary>The equivalence key.</summary>
    public const string Key = nameof(UseSuggestedName);

    /// <inheritdoc/>
    private protected override IEnumerable<Edit> Edits(Diagnostic diagnostic, SyntaxNode root, SemanticModel model) =>
        Told.Of(diagnostic, Finding.Replacement) is { } text
        && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
        && Replacement(expression, text, model) is { } edit
            ? [new Edit($"Use {edit.New}", Key, edit.Old, (edit.Old, ""), (all, old) => all.ReplaceNode(old, SyntaxFactory.ParseExpression(edit.New).WithTriviaFrom(old)))]
            : [];

    /// <summary>What to replace by what; null if nothing that compiles can stand there.</summary>
    private static (ExpressionSyntax Old, string New)? Replacement(ExpressionSyntax expression, string text, SemanticModel model)
    {
        if (expression is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var argument }] })
        {
            // Enable("pcdi") stands for +pcdi: its argument is what changes.
            return model.GetSymbolInfo(expression).Symbol is { } method && ModelConstants.Format(method) is { } format
                && format.IndexOf("{0}", StringComparison.Ordinal) is >= 0 and var at
                && text.StartsWith(format.Substring(0, at), StringComparison.Ordinal) && text.EndsWith(format.Substring(at + 3), StringComparison.Ordinal)
                    ? Replacement(argument, text.Substring(at, text.Length - format.Length + 3), model)
                    : null;
        }

        if (expression is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax)
            || model.GetTypeInfo(expression) is not { Type: { } own, ConvertedType: { } converted })
        {
            return null;
        }

        // In a list the own type may be that of a module with parameters; constants are members of the general type.
        foreach (var type in new[] { Underlying(converted), own, own.BaseType }.OfType<INamedTypeSymbol>())
        {
            if (ModelConstants.Find(type, text) is { } constant && Suits(constant, expression, model))
            {
                return (expression, $"{type.ToMinimalDisplayString(model, expression.SpanStart)}.{constant.Name}");
            }
        }

        return ModelConstants.TakesText(Underlying(converted)) && expression.Parent is not WithExpressionSyntax ? (expression, SymbolDisplay.FormatLiteral(text, quote: true)) : null;
    }

    /// <summary>Whether what is set on a copy can be set on the constant too.</summary>
    private static bool Suits(ISymbol constant, ExpressionSyntax expression, SemanticModel model) =>
        expression.Parent is not WithExpressionSyntax with
        || constant is IPropertySymbol { Type: var type } && with.Initializer.Expressions.All(e =>
            e is AssignmentExpressionSyntax { Left: var left } && model.GetSymbolInfo(left).Symbol is IPropertySymbol set && (Has(type, set) || Has(type.BaseType, set)));

    private static bool Has(ITypeSymbol? type, IPropertySymbol property) =>
        type?.GetMembers(property.Name).Any(m => m is IPropertySymbol p && SymbolEqualityComparer.Default.Equals(p.Type, property.Type)) == true;

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;
}
