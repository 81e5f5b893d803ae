using System.Composition;
using System.Globalization;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfigSdk.CodeFixes;

/// <summary>Takes an item out of a list, adds one, or puts the items into another order, as the finding tells.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeItems)), Shared]
public sealed class ChangeItems() : EditingFixProvider(RuleFixes.Items)
{
    /// <summary>The equivalence key of removals.</summary>
    public const string RemoveKey = FixKeys.RemoveItem;

    /// <summary>The equivalence key of additions.</summary>
    public const string AddKey = FixKeys.AddItem;

    /// <summary>The equivalence key of other orders.</summary>
    public const string OrderKey = FixKeys.Order;

    /// <inheritdoc/>
    private protected override IEnumerable<Edit> Edits(Diagnostic diagnostic, SyntaxNode root, SemanticModel model) =>
        Told.WrongValue(diagnostic, root) is { } wrong
            ? new[] { Remove(diagnostic, wrong, model), Add(diagnostic, wrong, model), Order(diagnostic, wrong) }.OfType<Edit>()
            : [];

    private static Edit? Remove(Diagnostic diagnostic, SyntaxNode wrong, SemanticModel model)
    {
        if (Told.Of(diagnostic, FixKeys.RemoveItem) is null)
        {
            return null;
        }

        // The value may be a part of the item. A group of settings or a node is none: the list in which it stands is another one.
        for (var part = wrong; part is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InitializerExpressionSyntax && !IsDeclarationOfMore(part, model); part = part.Parent)
        {
            if (ItemList.Element(part) is { } element)
            {
                return new Edit($"Remove {Short(element)}", RemoveKey, element, (element, ""), ItemList.Without);
            }
        }

        return null;
    }

    private static Edit? Add(Diagnostic diagnostic, SyntaxNode list, SemanticModel model) =>
        ItemList.IsList(list) && Told.Expression(diagnostic, FixKeys.AddItem, list, model) is { } item
            ? new Edit($"Add {item}", AddKey, list, (list, item.ToString()), (root, at) => root.ReplaceNode(at, ItemList.With(at, item)))
            : null;

    private static Edit? Order(Diagnostic diagnostic, SyntaxNode list)
    {
        if (Told.Of(diagnostic, FixKeys.Order) is not { } order || !ItemList.IsList(list))
        {
            return null;
        }

        var places = order.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return ItemList.InOrder(list, places) is null
            ? null
            : new Edit("Put the items in order", OrderKey, list, (list, ""), (root, at) => root.ReplaceNode(at, ItemList.InOrder(at, places) ?? at));
    }

    private static bool IsDeclarationOfMore(SyntaxNode expression, SemanticModel model)
    {
        for (var type = model.GetTypeInfo(expression).Type; type is not null; type = type.BaseType)
        {
            if (type.Name is "SettingsGroup" or ModelNames.ComputeNode && type.ContainingNamespace?.ToDisplayString() == ModelNames.Namespace)
            {
                return true;
            }
        }

        return false;
    }

    private static string Short(SyntaxNode element) => element.WithoutTrivia().ToString() is { Length: <= 40 } text && text.IndexOf('\n') < 0 ? text : "the item";
}
