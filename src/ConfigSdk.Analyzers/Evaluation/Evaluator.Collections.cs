using System.Collections.Immutable;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Lists and dictionaries.</summary>
internal sealed partial class Evaluator
{
    /// <summary>
    /// A collection expression. Roslyn 4.8 has no operation of its own for it, but its children are the elements in every version.
    /// </summary>
    private Sequence Collection(IOperation operation, ITypeSymbol? itemType, Walk walk)
    {
        var items = new List<PartialValue>();
        var isOpen = false;
        foreach (var element in operation.ChildOperations)
        {
            if (element.Syntax is SpreadElementSyntax)
            {
                var spread = element.ChildOperations.FirstOrDefault() is { } operand ? Value(operand, walk) as Sequence : null;
                var hasRoom = spread is not null && items.Count + spread.Items.Count <= MaxItems;
                items.AddRange(hasRoom ? spread!.Items.Select(i => Item(i, itemType)) : []);
                isOpen |= spread?.IsOpen != false || !hasRoom;
            }
            else if (IsElement(element.Syntax))
            {
                items.Add(Item(ItemOf(element, walk), itemType));
            }
            else
            {
                isOpen = true;
            }
        }

        return new Sequence(items, isOpen, new Origin(operation.Syntax));
    }

    // Parentheses and "!" have no operation of their own.
    private static bool IsElement(SyntaxNode syntax) => syntax is ExpressionElementSyntax || syntax.Parent switch
    {
        ExpressionElementSyntax => true,
        ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => IsElement(syntax.Parent),
        _ => false,
    };

    private PartialValue Array(IArrayCreationOperation array, Walk walk) =>
        array is { DimensionSizes: [{ } size], Type: IArrayTypeSymbol { Rank: 1 } type }
            ? array.Initializer is { } initializer ? Items(initializer.ElementValues, type.ElementType, array.Syntax, walk)
            : size.ConstantValue is { HasValue: true, Value: 0 } ? Items([], type.ElementType, array.Syntax, walk)
            : Unknown.Instance
            : Unknown.Instance;

    // What newer languages make of the arguments for a "params" that is no array. Roslyn 4.8 has no name for it.
    private const ArgumentKind ParamCollection = (ArgumentKind)4;

    private PartialValue Gathered(IOperation arguments, Walk walk) =>
        arguments.Type is INamedTypeSymbol { TypeArguments: [var itemType] } ? Items(arguments.ChildOperations, itemType, arguments.Syntax, walk) : Unknown.Instance;

    private PartialValue NewList(IObjectCreationOperation creation, Walk walk)
    {
        if (!IsOfCollections(creation.Type, "List") || ItemType(creation.Type!) is not { } itemType || !BeginsEmpty(creation))
        {
            return Unknown.Instance;
        }

        var added = creation.Initializer?.Initializers.ToArray() ?? [];
        return added.All(a => a is IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 })
            ? Items(added.Select(a => ((IInvocationOperation)a).Arguments[0].Value), itemType, creation.Syntax, walk)
            : Unknown.Instance;
    }

    private PartialValue NewDictionary(IObjectCreationOperation creation, Walk walk)
    {
        if (creation.Type is not INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_String }] } || !BeginsEmpty(creation))
        {
            return Unknown.Instance;
        }

        var pairs = new Dictionary<string, PartialValue>(StringComparer.Ordinal);
        foreach (var step in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            var (key, value, replaces) = step switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var k] } } set => (k.Value, set.Value, true),
                IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var k, var v] } => (k.Value, v.Value, false),
                _ => (null, null, false),
            };
            // A key that nobody knows could be any of the others; one that is added twice throws.
            if (key is null || Text(key, walk).Text is not { } name || (!replaces && pairs.ContainsKey(name)))
            {
                return Unknown.Instance;
            }

            pairs[name] = Item(Value(value, walk), null);
        }

        return new Record(StructuredText.Dictionary, pairs, isOpen: false, new Origin(creation.Syntax));
    }

    private static bool IsOfCollections(ITypeSymbol? type, string name) =>
        type?.Name == name && type.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic";

    private static bool BeginsEmpty(IObjectCreationOperation creation) =>
        creation.Arguments is { IsEmpty: true } or [{ Value.Type.SpecialType: SpecialType.System_Int32 }];

    private Sequence Items(IEnumerable<IOperation> items, ITypeSymbol itemType, SyntaxNode syntax, Walk walk) =>
        new([.. items.Select(i => Item(ItemOf(i, walk), itemType))], isOpen: false, new Origin(syntax));

    /// <summary>An item's value. A node of a fleet is judged by itself, too; it is read once for both.</summary>
    private PartialValue ItemOf(IOperation item, Walk walk)
    {
        var node = item is IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion ? conversion.Operand : item;
        return walk is { EachItemAlone: true, Frame: null } && node is IObjectCreationOperation && model.IsComputeNode(node.Type) && walk.Initializes(out var member)
            ? Read(node, member, walk.Cancellation).Value
            : walk.Item(w => Value(item, w));
    }

    /// <summary>An item as the type that it is converted to: a kernel module's name is a module.</summary>
    private PartialValue Item(PartialValue item, ITypeSymbol? type) => OneOf.Map(item, i =>
        i is Known name && model.IsKernelModule(type)
            ? new Record("KernelModule", new Dictionary<string, PartialValue> { [ModelNames.Name] = name }, isOpen: false, name.Origin)
            : i is Unset ? Unknown.Instance : i);

    private static bool IsEmptyCollection(IMethodSymbol method) =>
        method is { IsStatic: true, Name: "Empty", Parameters.IsEmpty: true, ContainingType.Name: "Array" or "Enumerable" }
        && method.ContainingNamespace.ToDisplayString() is "System" or "System.Linq";

    private static ITypeSymbol? ItemType(ITypeSymbol collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } => item,
        _ => null,
    };
}
