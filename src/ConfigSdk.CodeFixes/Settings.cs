using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.CodeFixes;

/// <summary>Edits object initializers in the style that they are written in.</summary>
internal static class Settings
{
    /// <summary>The setting of a name in an initializer; null if it has none.</summary>
    public static AssignmentExpressionSyntax? Find(InitializerExpressionSyntax initializer, string property) =>
        initializer.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == property);

    /// <summary>Whether the assignment is a setting of an object that is made or copied.</summary>
    public static bool IsSetting(AssignmentExpressionSyntax assignment) =>
        assignment.Parent is InitializerExpressionSyntax initializer
        && initializer.Kind() is SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression;

    /// <summary>The initializer without one of its settings.</summary>
    public static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax setting) =>
        initializer.WithExpressions(SeparatedItems.Without(initializer.Expressions, setting));

    /// <summary>The initializer with a setting: changed if it is there, else added behind the neighbour, or behind all others.</summary>
    public static InitializerExpressionSyntax With(InitializerExpressionSyntax initializer, string property, ExpressionSyntax value, AssignmentExpressionSyntax? neighbour = null)
    {
        if (Find(initializer, property) is { } present)
        {
            return initializer.ReplaceNode(present.Right, value.WithTriviaFrom(present.Right));
        }

        var added = SyntaxFactory.ParseExpression($"{property} = {value}");
        if (initializer.Expressions.Count > 0)
        {
            return initializer.WithExpressions(SeparatedItems.With(initializer.Expressions, neighbour ?? initializer.Expressions.Last(), added));
        }

        var (open, only) = SeparatedItems.Only(initializer.OpenBraceToken, added, initializer.CloseBraceToken, spaces: true);
        return initializer.WithOpenBraceToken(open).WithExpressions(only);
    }

    /// <summary>The expression of a group with a setting; null if it cannot be told how to write that.</summary>
    /// <param name="group">What is assigned to the group now.</param>
    /// <param name="property">The setting.</param>
    /// <param name="value">Its value.</param>
    public static ExpressionSyntax? WithSetting(ExpressionSyntax group, string property, ExpressionSyntax value) => group switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { ContainsDirectives: false } initializer } creation => creation.ReplaceNode(initializer, With(initializer, property, value)),
        WithExpressionSyntax { Initializer: { ContainsDirectives: false } initializer } with => with.ReplaceNode(initializer, With(initializer, property, value)),
        ObjectCreationExpressionSyntax { Initializer: null } or ImplicitObjectCreationExpressionSyntax { Initializer: null } =>
            SyntaxFactory.ParseExpression($"{group.WithoutTrivia()} {{ {property} = {value} }}").WithTriviaFrom(group),
        IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax =>
            SyntaxFactory.ParseExpression($"{group.WithoutTrivia()} with {{ {property} = {value} }}").WithTriviaFrom(group),
        _ => null,
    };
}
