using System.Composition;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.CodeFixes;

/// <summary>Removes a setting, or sets another one beside it or in another group, as the finding tells.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeSetting)), Shared]
public sealed class ChangeSetting() : EditingFixProvider(RuleFixes.Setting)
{
    /// <summary>The equivalence key of removals.</summary>
    public const string RemoveKey = FixKeys.RemoveSetting;

    /// <summary>The equivalence key of settings in the same group.</summary>
    public const string SetKey = FixKeys.SetSetting;

    /// <summary>The equivalence key of settings in any group.</summary>
    public const string SetOptionKey = FixKeys.SetOption;

    /// <inheritdoc/>
    private protected override IEnumerable<Edit> Edits(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        var settings = Told.Places(diagnostic, root)
            .Select(p => p.FirstAncestorOrSelf<AssignmentExpressionSyntax>(Settings.IsSetting)).OfType<AssignmentExpressionSyntax>()
            .Where(a => !a.Parent!.ContainsDirectives).ToArray();
        return new[] { Remove(diagnostic, settings), Set(diagnostic, settings, model), SetOption(diagnostic, settings, model) }.OfType<Edit>();
    }

    private static Edit? Remove(Diagnostic diagnostic, AssignmentExpressionSyntax[] settings) =>
        Told.Of(diagnostic, FixKeys.RemoveSetting) is { } removed && settings.Select(s => Settings.Find(Around(s), removed)).FirstOrDefault(s => s is not null) is { } unwanted
            ? new Edit($"Remove {removed}", RemoveKey, unwanted, (unwanted, ""), (root, setting) =>
                root.ReplaceNode(setting.Parent!, Settings.Without(Around(setting), (AssignmentExpressionSyntax)setting)))
            : null;

    private static Edit? Set(Diagnostic diagnostic, AssignmentExpressionSyntax[] settings, SemanticModel model) =>
        Told.Of(diagnostic, FixKeys.SetSetting) is { } set
        && settings.FirstOrDefault(s => PropertyOf(model.GetSymbolInfo(s.Left).Symbol?.ContainingType, set) is not null) is { } neighbour
        && Told.Expression(diagnostic, FixKeys.SetValue, neighbour, model) is { } value
            ? new Edit($"Set {set} to {value}", SetKey, neighbour, (neighbour.Parent!, set), (root, setting) =>
                root.ReplaceNode(setting.Parent!, Settings.With(Around(setting), set, value, (AssignmentExpressionSyntax)setting)))
            : null;

    private static Edit? SetOption(Diagnostic diagnostic, AssignmentExpressionSyntax[] settings, SemanticModel model)
    {
        if (Told.Of(diagnostic, FixKeys.SetOption)?.Split('.') is not [var group, var option]
            || model.Compilation.GetTypeByMetadataName(ModelNames.Namespace + "." + ModelNames.Nova) is not { } nova
            || PropertyOf(nova, group)?.Type is not INamedTypeSymbol groupType || PropertyOf(groupType, option) is not { } property)
        {
            return null;
        }

        // Where the option has a part in what is wrong, its place is known.
        if (settings.FirstOrDefault(s => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(s.Left).Symbol, property)) is { } own)
        {
            return Told.Expression(diagnostic, FixKeys.SetValue, own, model) is { } replacement
                ? new Edit($"Set {group}.{option} to {replacement}", SetOptionKey, own, (own, ""), (root, setting) =>
                    root.ReplaceNode(setting.Parent!, Settings.With(Around(setting), option, replacement)))
                : null;
        }

        return settings.SelectMany(s => s.AncestorsAndSelf().OfType<AssignmentExpressionSyntax>())
            .Where(a => Settings.IsSetting(a) && IsA(a.Parent!.Parent!, nova, model) && CanHold(Around(a), group, model))
            .Select(a => Told.Expression(diagnostic, FixKeys.SetValue, a, model) is { } value ? InGroup(a, group, option, value) : null)
            .FirstOrDefault(e => e is not null);
    }

    private static Edit InGroup(AssignmentExpressionSyntax neighbour, string group, string option, ExpressionSyntax value) => new(
        $"Set {group}.{option} to {value}", SetOptionKey, neighbour, (neighbour.Parent!, $"{group}.{option}"), (root, setting) =>
        {
            var nova = Around(setting);
            return Settings.Find(nova, group) is not { } present
                ? root.ReplaceNode(nova, Settings.With(nova, group, SyntaxFactory.ParseExpression($"new() {{ {option} = {value} }}"), (AssignmentExpressionSyntax)setting))
                : root.ReplaceNode(present.Right, Settings.WithSetting(present.Right, option, value) ?? present.Right);
        });

    /// <summary>Whether a group can be set in the initializer without dropping what is set there or was copied.</summary>
    private static bool CanHold(InitializerExpressionSyntax nova, string group, SemanticModel model) =>
        !nova.ContainsDirectives
        && (Settings.Find(nova, group) is not { } present
            ? nova.IsKind(SyntaxKind.ObjectInitializerExpression)
            : present.Right is BaseObjectCreationExpressionSyntax or WithExpressionSyntax
                || (Settings.WithSetting(present.Right, "x", present.Right) is not null && model.GetTypeInfo(present.Right).Nullability.FlowState == NullableFlowState.NotNull));

    private static InitializerExpressionSyntax Around(SyntaxNode setting) => (InitializerExpressionSyntax)setting.Parent!;

    private static bool IsA(SyntaxNode expression, ITypeSymbol type, SemanticModel model) => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(expression).Type, type);

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol? type, string name) => type?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
}
