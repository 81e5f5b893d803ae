using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>The names that are used below a piece of syntax, and those that are written to. By name alone: too many at worst.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _writes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AssignmentExpressionSyntax>> _assignments = new(StringComparer.Ordinal);

    public Names(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case IdentifierNameSyntax name:
                    Count(_uses, name.Identifier.ValueText);
                    break;
                // What stands left in an initializer is a member of the object that is being made.
                case AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment:
                    Add(assignment.Left);
                    if (assignment is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target })
                    {
                        if (!_assignments.TryGetValue(target.Identifier.ValueText, out var known))
                        {
                            _assignments[target.Identifier.ValueText] = known = [];
                        }

                        known.Add(assignment);
                    }

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
                case ForEachVariableStatementSyntax each:
                    Add(each.Variable);
                    break;
            }
        }
    }

    /// <summary>How often the name is used.</summary>
    public int Uses(string name) => _uses.TryGetValue(name, out var count) ? count : 0;

    /// <summary>How often the name is written to.</summary>
    public int Writes(string name) => _writes.TryGetValue(name, out var count) ? count : 0;

    /// <summary>The plain assignments to the name.</summary>
    public IReadOnlyList<AssignmentExpressionSyntax> Assignments(string name) => _assignments.TryGetValue(name, out var known) ? known : [];

    private static void Count(Dictionary<string, int> counts, string name) => counts[name] = counts.TryGetValue(name, out var count) ? count + 1 : 1;

    private void Add(ExpressionSyntax target)
    {
        switch (target)
        {
            case IdentifierNameSyntax name:
                Count(_writes, name.Identifier.ValueText);
                break;
            case MemberAccessExpressionSyntax access:
                Count(_writes, access.Name.Identifier.ValueText);
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
