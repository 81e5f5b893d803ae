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
    /// <summary>Whether the expression makes a node or profile: created, copied, merged, or by a function of the project's that can be read.</summary>
    public static bool IsDeclaration(IOperation operation, ModelTypes model, Evaluator evaluator, CancellationToken cancellation) => operation switch
    {
        IObjectCreationOperation or IWithOperation => model.IsComputeNode(operation.Type) || model.IsNodeProfile(operation.Type),
        IInvocationOperation { TargetMethod: var method } => model.IsOverride(method)
            || ((model.IsComputeNode(method.ReturnType) || model.IsNodeProfile(method.ReturnType)) && evaluator.Reads(method, cancellation)),
        _ => false,
    };

    /// <summary>Whether the declaration is no part of another one, which is judged as a whole.</summary>
    public static bool IsOutermost(IOperation declaration, Func<IOperation, bool> isDeclaration)
    {
        for (var parent = declaration.Parent; parent is not null; parent = parent.Parent)
        {
            if (isDeclaration(parent))
            {
                return false;
            }

            if (!HandsOn(parent))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>The declarations that may be parts of a declaration, without what is inside them.</summary>
    public static IEnumerable<IOperation> Inner(IOperation declaration, Func<IOperation, bool> isDeclaration) =>
        declaration.ChildOperations.SelectMany(child => isDeclaration(child) ? [child] : HandsOn(child) ? Inner(child, isDeclaration) : []);

    /// <summary>The declarations around a piece of syntax, the next one first.</summary>
    public static IEnumerable<SyntaxNode> Around(SyntaxNode syntax) => syntax.AncestorsAndSelf()
        .TakeWhile(n => n is not (StatementSyntax or MemberDeclarationSyntax))
        .Where(n => n is BaseObjectCreationExpressionSyntax or WithExpressionSyntax or InvocationExpressionSyntax);

    // What these make is made of their parts.
    private static bool HandsOn(IOperation operation) => operation is IConversionOperation or IParenthesizedOperation or IArgumentOperation
        or ISimpleAssignmentOperation or IMemberInitializerOperation or IObjectOrCollectionInitializerOperation
        or IConditionalOperation { Type: not null } or ICoalesceOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation;

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
