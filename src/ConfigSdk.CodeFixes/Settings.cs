using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.CodeFixes;

/// <summary>Edits initializers in the style that they are written in.</summary>
internal static class Settings
{
    /// <summary>The initializer without one of its settings, and without what stands before and behind it on its lines.</summary>
    public static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax setting)
    {
        var parts = initializer.Expressions.GetWithSeparators().ToList();
        var at = parts.FindIndex(p => p == setting);
        if (at + 1 < parts.Count)
        {
            parts.RemoveRange(at, 2);
        }
        else if (at > 0)
        {
            // The last one goes with the comma before it; the end of the line stays.
            parts[at - 2] = parts[at - 2].AsNode()!.WithTrailingTrivia(setting.GetTrailingTrivia());
            parts.RemoveRange(at - 1, 2);
        }
        else
        {
            parts.Clear();
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(parts));
    }

    /// <summary>The initializer with one more setting behind another one.</summary>
    public static InitializerExpressionSyntax With(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax neighbour, string property, ExpressionSyntax value)
    {
        var parts = initializer.Expressions.GetWithSeparators().ToList();
        var at = parts.FindIndex(p => p == neighbour);
        var isLast = at + 1 == parts.Count;
        var behind = isLast ? neighbour.GetTrailingTrivia() : parts[at + 1].GetTrailingTrivia();
        var endsLine = behind.Any(SyntaxKind.EndOfLineTrivia);
        var added = SyntaxFactory.ParseExpression($"{property} = {value}")
            .WithLeadingTrivia(endsLine ? neighbour.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1) : []);
        var lineEnd = endsLine ? SyntaxFactory.TriviaList(behind.First(t => t.IsKind(SyntaxKind.EndOfLineTrivia))) : SyntaxFactory.TriviaList(SyntaxFactory.Space);
        if (isLast)
        {
            parts[at] = neighbour.WithTrailingTrivia();
            parts.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(endsLine ? behind : SyntaxFactory.TriviaList(SyntaxFactory.Space)));
            parts.Add(added.WithTrailingTrivia(endsLine ? lineEnd : behind));
        }
        else
        {
            parts.Insert(at + 2, added);
            parts.Insert(at + 3, SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(lineEnd));
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(parts));
    }
}
