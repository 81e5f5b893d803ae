using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>The names that are written to somewhere below a piece of syntax. By name alone: too many at worst.</summary>
internal static class Writes
{
    public static HashSet<string> Below(SyntaxNode root)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                // What stands left in an initializer is a member of the object that is being made.
                case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment:
                    Add(assignment.Left);
                    break;
                case PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression:
                    Add(unary.Operand);
                    break;
                case PostfixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression:
                    Add(unary.Operand);
                    break;
                case ArgumentSyntax argument when argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword:
                    Add(argument.Expression);
                    break;
                case RefExpressionSyntax reference:
                    Add(reference.Expression);
                    break;
            }
        }

        return names;

        void Add(ExpressionSyntax target)
        {
            switch (target)
            {
                case IdentifierNameSyntax name:
                    names.Add(name.Identifier.ValueText);
                    break;
                case MemberAccessExpressionSyntax access:
                    names.Add(access.Name.Identifier.ValueText);
                    break;
                case TupleExpressionSyntax tuple:
                    foreach (var argument in tuple.Arguments)
                    {
                        Add(argument.Expression);
                    }

                    break;
                case ParenthesizedExpressionSyntax inner:
                    Add(inner.Expression);
                    break;
                case ConditionalExpressionSyntax conditional:
                    Add(conditional.WhenTrue);
                    Add(conditional.WhenFalse);
                    break;
            }
        }
    }
}
