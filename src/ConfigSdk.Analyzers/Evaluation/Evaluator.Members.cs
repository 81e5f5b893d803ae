using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Members and locals that expressions refer to.</summary>
internal sealed partial class Evaluator
{
    private PartialValue PropertyOf(IPropertyReferenceOperation reference, Walk walk)
    {
        var property = reference.Property;
        if (!model.Defines(property))
        {
            return property is { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
                && Value(reference.Instance, walk) is Known known ? known : MemberOf(reference, reference.Instance, walk);
        }

        if (property.IsStatic)
        {
            return ModelTypes.ValueText(property) is { } text ? new Known(text, new Origin(reference.Syntax))
                : model.Sets(property, property.Type) is { } sets ? Preset(property.Type, sets, [], reference.Syntax)
                : Unknown.Instance;
        }

        var instance = Value(reference.Instance, walk);
        if (model.IsOpenValue(property.ContainingType))
        {
            return property.Name == "Text" && instance is Known ? instance : Unknown.Instance;
        }

        if (instance is not Record record || !model.IsDeclaration(property.ContainingType))
        {
            return Unknown.Instance;
        }

        var setting = model.SettingOf(property);
        return setting.IsKernelSwitch ? Scalars.FromKernel(record[setting.Key]) : record[setting.Key];
    }

    private PartialValue MemberOf(IMemberReferenceOperation reference, IOperation? instance, Walk walk) =>
        instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            ? Referenced(reference.Member, reference.Syntax, walk)
            : Unknown.Instance;

    private PartialValue Referenced(ISymbol symbol, SyntaxNode reference, Walk walk) =>
        Changes.Through(Member(symbol, walk), reference, symbol);

    private PartialValue Member(ISymbol symbol, Walk walk)
    {
        if (_members.TryGetValue(symbol, out var known) && !walk.IsTooEarly(symbol))
        {
            return known;
        }

        if (!walk.Begin(symbol))
        {
            return Unknown.Instance;
        }

        try
        {
            var cuts = walk.Cuts;
            var value = _sources.ValueOf(symbol, walk.Cancellation) is { } source ? Value(source, walk) : Unknown.Instance;
            if (value is Sequence or Record { TypeName: StructuredText.Dictionary } && Sources.IsStored(symbol) && CanBeChanged(symbol))
            {
                value = Unknown.Instance;
            }

            return walk.Cuts == cuts ? _members.GetOrAdd(symbol, value) : value;
        }
        finally
        {
            walk.End();
        }
    }

    /// <summary>Whether the collection that the member keeps, or one in it, could get other items after it was made.</summary>
    private static bool CanBeChanged(ISymbol symbol) =>
        CanBeChanged(symbol switch { IFieldSymbol f => f.Type, IPropertySymbol p => p.Type, ILocalSymbol l => l.Type, _ => null });

    private static bool CanBeChanged(ITypeSymbol? collection) =>
        collection is not INamedTypeSymbol
        {
            Name: "IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable" or "ImmutableArray" or "ImmutableList" or "IReadOnlyDictionary",
            TypeArguments: var items,
        }
        || items.Any(i => IsOfCollections(i, "Dictionary"));
}
