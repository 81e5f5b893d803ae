using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.CodeFixes;

/// <summary>Edits lists as they are written: collection expressions, arrays, collection initializers.</summary>
internal static class ItemList
{
    /// <summary>Whether the expression lists its items, however many.</summary>
    public static bool IsList(SyntaxNode expression) => !expression.ContainsDirectives && expression switch
    {
        CollectionExpressionSyntax => true,
        ImplicitArrayCreationExpressionSyntax => true,
        ArrayCreationExpressionSyntax array => array.Initializer is not null && HasNoSize(array),
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: var initializer } => initializer?.IsKind(SyntaxKind.CollectionInitializerExpression) ?? true,
        _ => false,
    };

    /// <summary>The list's element in which an expression stands; null if it stands in none that can be taken out.</summary>
    public static SyntaxNode? Element(SyntaxNode expression) => expression.Parent switch
    {
        ExpressionElementSyntax element => IsList(element.Parent!) ? element : null,
        InitializerExpressionSyntax { Parent: { } list } initializer when
            initializer.Kind() is SyntaxKind.ArrayInitializerExpression or SyntaxKind.CollectionInitializerExpression
            && IsList(list) && !(list is ImplicitArrayCreationExpressionSyntax && initializer.Expressions.Count == 1) => expression,
        _ => null,
    };

    /// <summary>The list without one of its elements.</summary>
    /// <param name="root">The file.</param>
    /// <param name="element">The element.</param>
    public static SyntaxNode Without(SyntaxNode root, SyntaxNode element) => element.Parent switch
    {
        CollectionExpressionSyntax list => root.ReplaceNode(list, list.WithElements(SeparatedItems.Without(list.Elements, (CollectionElementSyntax)element))),
        InitializerExpressionSyntax list => root.ReplaceNode(list, list.WithExpressions(SeparatedItems.Without(list.Expressions, (ExpressionSyntax)element))),
        _ => root,
    };

    /// <summary>The list with one more item at its end.</summary>
    public static SyntaxNode With(SyntaxNode list, ExpressionSyntax item)
    {
        switch (list)
        {
            case CollectionExpressionSyntax { Elements: { Count: > 0 } elements } collection:
                return collection.WithElements(SeparatedItems.With(elements, elements.Last(), SyntaxFactory.ExpressionElement(item)));
            case CollectionExpressionSyntax collection:
                var (open, only) = SeparatedItems.Only<CollectionElementSyntax>(collection.OpenBracketToken, SyntaxFactory.ExpressionElement(item), collection.CloseBracketToken, spaces: false);
                return collection.WithOpenBracketToken(open).WithElements(only);
            case BaseObjectCreationExpressionSyntax { Initializer: null }:
                return SyntaxFactory.ParseExpression($"{list.WithoutTrivia()} {{ {item} }}").WithTriviaFrom(list);
        }

        var initializer = Initializer(list)!;
        if (initializer.Expressions.Count > 0)
        {
            return list.ReplaceNode(initializer, initializer.WithExpressions(SeparatedItems.With(initializer.Expressions, initializer.Expressions.Last(), item)));
        }

        var (brace, first) = SeparatedItems.Only(initializer.OpenBraceToken, item, initializer.CloseBraceToken, spaces: true);
        return list.ReplaceNode(initializer, initializer.WithOpenBraceToken(brace).WithExpressions(first));
    }

    /// <summary>The list with its items in another order; null if it does not list them one by one.</summary>
    public static SyntaxNode? InOrder(SyntaxNode list, IReadOnlyList<int> places)
    {
        if (list is CollectionExpressionSyntax collection)
        {
            return collection.Elements.All(e => e is ExpressionElementSyntax) && SeparatedItems.InOrder(collection.Elements, places) is { } elements
                ? collection.WithElements(elements)
                : null;
        }

        return Initializer(list) is { } initializer && SeparatedItems.InOrder(initializer.Expressions, places) is { } items
            ? list.ReplaceNode(initializer, initializer.WithExpressions(items))
            : null;
    }

    private static InitializerExpressionSyntax? Initializer(SyntaxNode list) => list switch
    {
        ImplicitArrayCreationExpressionSyntax array => array.Initializer,
        ArrayCreationExpressionSyntax array => array.Initializer,
        BaseObjectCreationExpressionSyntax creation => creation.Initializer,
        _ => null,
    };

    // A size that is written out must stay the number of items.
    private static bool HasNoSize(ArrayCreationExpressionSyntax array) => array.Type.RankSpecifiers.All(r => r.Sizes.All(s => s is OmittedArraySizeExpressionSyntax));
}
