using System.Collections.Immutable;
using System.Composition;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.CodeFixes;

/// <summary>Removes a setting, or sets another one beside it, as the finding tells.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeSetting)), Shared]
public sealed class ChangeSetting : CodeFixProvider
{
    /// <summary>The equivalence key of removals.</summary>
    public const string RemoveKey = FixKeys.RemoveSetting;

    /// <summary>The equivalence key of settings.</summary>
    public const string SetKey = FixKeys.SetSetting;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        RuleCatalog.All.Where(r => r.Descriptor.Fixes.HasFlag(RuleFixes.Setting)).Select(r => r.Descriptor.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (Told(diagnostic, FixKeys.RemoveSetting) is { } removed && Assignments(diagnostic, root).Select(a => Sibling(a, removed)).FirstOrDefault(s => s is not null) is { } unwanted)
            {
                Offer($"Remove {removed}", RemoveKey, unwanted.Parent!, Settings.Without((InitializerExpressionSyntax)unwanted.Parent!, unwanted));
            }

            if (Told(diagnostic, FixKeys.SetSetting) is { } set && Told(diagnostic, FixKeys.SetValue) is { } value
                && Assignments(diagnostic, root).FirstOrDefault(a => HasProperty(a, set, model)) is { } neighbour
                && SyntaxFactory.ParseExpression(value) is var expression && MeansSomething(expression, neighbour.SpanStart, model))
            {
                var initializer = (InitializerExpressionSyntax)neighbour.Parent!;
                var changed = Sibling(neighbour, set) is { } present
                    ? initializer.ReplaceNode(present.Right, expression.WithTriviaFrom(present.Right))
                    : Settings.With(initializer, neighbour, set, expression);
                Offer($"Set {set} to {value}", SetKey, initializer, changed);
            }

            void Offer(string title, string key, SyntaxNode old, SyntaxNode changed) => context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, changed))), key), diagnostic);
        }
    }

    private static string? Told(Diagnostic diagnostic, string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

    /// <summary>The settings in which the values of the finding stand: where it is shown first.</summary>
    private static IEnumerable<AssignmentExpressionSyntax> Assignments(Diagnostic diagnostic, SyntaxNode root) =>
        diagnostic.AdditionalLocations.Prepend(diagnostic.Location)
            .Where(l => l.SourceTree == root.SyntaxTree)
            .Select(l => root.FindNode(l.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AssignmentExpressionSyntax>(IsSetting))
            .OfType<AssignmentExpressionSyntax>()
            .Where(a => !a.Parent!.ContainsDirectives);

    private static bool IsSetting(AssignmentExpressionSyntax assignment) =>
        assignment.Parent is InitializerExpressionSyntax initializer
        && initializer.Kind() is SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression;

    private static AssignmentExpressionSyntax? Sibling(AssignmentExpressionSyntax assignment, string property) =>
        ((InitializerExpressionSyntax)assignment.Parent!).Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property);

    private static bool HasProperty(AssignmentExpressionSyntax assignment, string property, SemanticModel model) =>
        model.GetSymbolInfo(assignment.Left).Symbol?.ContainingType.GetMembers(property).Any(m => m is IPropertySymbol) == true;

    /// <summary>Whether the names that the expression begins with are in scope.</summary>
    private static bool MeansSomething(ExpressionSyntax expression, int position, SemanticModel model) =>
        expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().Select(m => m.Expression).OfType<IdentifierNameSyntax>()
            .All(n => !model.LookupSymbols(position, name: n.Identifier.ValueText).IsEmpty);
}
