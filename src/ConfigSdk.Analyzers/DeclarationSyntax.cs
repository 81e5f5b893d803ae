using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Analyzers;

/// <summary>Which expressions are declarations, and where a finding about a whole object is shown.</summary>
internal static class DeclarationSyntax
{
    /// <summary>Whether the expression makes a node or profile: created, copied or merged.</summary>
    public static bool IsDeclaration(IOperation operation, ModelTypes model) => operation switch
    {
        IObjectCreationOperation or IWithOperation => model.IsComputeNode(operation.Type) || model.IsNodeProfile(operation.Type),
        IInvocationOperation invocation => model.IsOverride(invocation.TargetMethod),
        _ => false,
    };

    /// <summary>Whether the declaration is no part of another one, which is judged as a whole.</summary>
    public static bool IsOutermost(IOperation declaration, ModelTypes model)
    {
        for (var parent = declaration.Parent; parent is not null; parent = parent.Parent)
        {
            if (IsDeclaration(parent, model))
            {
                return false;
            }

            if (parent is not (IConversionOperation or IParenthesizedOperation or IArgumentOperation
                or ISimpleAssignmentOperation or IMemberInitializerOperation or IObjectOrCollectionInitializerOperation))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>The part of an object's expression that stands for it: not the settings inside it.</summary>
    public static Location Head(SyntaxNode syntax)
    {
        var (start, end) = syntax switch
        {
            ObjectCreationExpressionSyntax { Initializer: not null } creation => (creation.NewKeyword, creation.ArgumentList?.GetLastToken() ?? creation.Type.GetLastToken()),
            ImplicitObjectCreationExpressionSyntax creation => (creation.NewKeyword, creation.ArgumentList.GetLastToken()),
            WithExpressionSyntax with => (with.GetFirstToken(), with.WithKeyword),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: ModelNames.Override } name } } => (name.GetFirstToken(), name.GetLastToken()),
            _ => (syntax.GetFirstToken(), syntax.GetLastToken()),
        };
        return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(start.SpanStart, end.Span.End));
    }
}
