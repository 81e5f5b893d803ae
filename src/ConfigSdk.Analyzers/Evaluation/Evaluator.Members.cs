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
            return (property.Name, property.ContainingType.OriginalDefinition.SpecialType) switch
            {
                ("Value", SpecialType.System_Nullable_T) => OneOf.Map(Value(reference.Instance, walk), v => v is Known ? v : Unknown.Instance),
                ("HasValue", SpecialType.System_Nullable_T) => Truth(Value(reference.Instance, walk) switch { Unset => false, Unknown => null, _ => true }, reference),
                ("Length", SpecialType.System_String) => Value(reference.Instance, walk) is Known text ? Computed(Scalars.Text(text.Value.Length), reference) : Unknown.Instance,
                ("Length" or "Count", _) when reference.Instance is { Type: { } type } && IsCollection(type) =>
                    Value(reference.Instance, walk) is Sequence { IsOpen: false } list ? Computed(Scalars.Text(list.Items.Count), reference) : Unknown.Instance,
                _ => MemberOf(reference, reference.Instance, walk),
            };
        }

        if (property.IsStatic)
        {
            return ModelTypes.ValueText(property) is { } text ? new Known(text, new Origin(reference.Syntax))
                : model.Sets(property, property.Type) is { } sets ? Preset(property.Type, sets, [], reference.Syntax)
                : Unknown.Instance;
        }

        return OneOf.Map(Value(reference.Instance, walk), instance => (model.IsOpenValue(property.ContainingType), instance) switch
        {
            (true, Known) when property.Name == "Text" => instance,
            (false, Record record) when model.IsDeclaration(property.ContainingType) && model.SettingOf(property) is var setting =>
                setting.IsKernelSwitch ? Scalars.FromKernel(record[setting.Key]) : record[setting.Key],
            _ => Unknown.Instance,
        });
    }

    private PartialValue MemberOf(IMemberReferenceOperation reference, IOperation? instance, Walk walk) =>
        instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            ? Referenced(reference.Member, reference.Syntax, walk)
            : Unknown.Instance;

    private PartialValue Referenced(ISymbol symbol, SyntaxNode reference, Walk walk) =>
        Changes.Through(Member(symbol, walk), reference, symbol);

    private PartialValue Member(ISymbol symbol, Walk walk)
    {
        // What a local is in a call may depend on the call's arguments.
        var ofCall = symbol is ILocalSymbol ? walk.Frame : null;
        if (ofCall?.Find(symbol) is { } bound)
        {
            return bound;
        }

        if (ofCall is null && _members.TryGetValue(symbol, out var known) && !walk.IsTooEarly(symbol))
        {
            return known;
        }

        if (!walk.Begin(symbol))
        {
            return Unknown.Instance;
        }

        try
        {
            var (cuts, mark) = (walk.Cuts, walk.Mark);
            var value = walk.WithFrame(ofCall, w => Stored(symbol, w));
            walk.Forget(mark);
            if (walk.Cuts != cuts)
            {
                return value;
            }

            ofCall?.Bind(symbol, value);
            return ofCall is null ? _members.GetOrAdd(symbol, value) : value;
        }
        finally
        {
            walk.End();
        }
    }

    private PartialValue Stored(ISymbol symbol, Walk walk)
    {
        if (OfOtherAssembly(symbol, walk.Cancellation) is { } other)
        {
            return other;
        }

        if (_sources.ValuesOf(symbol, walk.Cancellation) is { Count: > 0 } sources)
        {
            var value = OneOf.Of([.. sources.Select(s => Value(s, walk))], new Origin(sources[0].Syntax));
            return Sources.IsStored(symbol) && CanBeChanged(symbol) ? OneOf.Map(value, WithoutItems) : value;
        }

        return _sources.BodyOf(symbol, walk.Cancellation) is { } body ? Result(body, walk) : Unknown.Instance;
    }

    /// <summary>What is certain of a value that could get other items after it was made.</summary>
    private static PartialValue WithoutItems(PartialValue value) => value is Sequence or Record { TypeName: StructuredText.Dictionary } ? Unknown.Instance : value;

    private PartialValue Result(Body body, Walk walk)
    {
        if (body.IsIterator)
        {
            return Yielded(body.Block, walk);
        }

        var mark = walk.Mark;
        var results = new List<PartialValue>();
        if (Run(body.Block.Operations, results, walk))
        {
            results.Add(Unknown.Instance);
        }

        if (results.Count > 1)
        {
            walk.Forget(mark);
        }

        return OneOf.Of(results, new Origin(body.Block.Syntax));
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
        || items.Any(i => IsCollection(i) && CanBeChanged(i));

    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || (type.SpecialType != SpecialType.System_String
            && (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable)));
}
