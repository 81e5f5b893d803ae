using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Objects of the model: created, copied, merged.</summary>
internal sealed partial class Evaluator
{
    private PartialValue Created(IObjectCreationOperation creation, Walk walk)
    {
        if (creation is not { Type: { } type, Constructor: { } constructor })
        {
            return Unknown.Instance;
        }

        if (model.IsOpenValue(type))
        {
            return creation is { Arguments: [{ } text], Initializer: null } ? OneOf.Map(Value(text.Value, walk), v => v is Known ? v : Unknown.Instance) : Unknown.Instance;
        }

        if (!model.IsDeclaration(type))
        {
            return IsOfCollections(type, "Dictionary") ? NewDictionary(creation, walk) : NewList(creation, walk);
        }

        walk.Read(creation.Syntax);
        var properties = Parameters(type, creation.Arguments, walk);
        var isOpen = !model.Defines(constructor) | Initialize(properties, creation.Initializer, isOpen: false, walk);
        return Changes.Record(type.Name, properties, isOpen, new Origin(creation.Syntax));
    }

    private PartialValue Copied(IWithOperation with, Walk walk)
    {
        if (with.Type is not { } type || !model.IsDeclaration(type))
        {
            return Unknown.Instance;
        }

        var mark = walk.Mark;
        var original = Value(with.Operand, walk);
        if (original is Unset)
        {
            return Unknown.Instance;
        }

        if (original is not Record)
        {
            walk.Forget(mark);
        }

        walk.Read(with.Syntax);
        return OneOf.Map(original, o =>
        {
            var record = o as Record;
            var properties = record?.Properties.ToDictionary(p => p.Key, p => p.Value) ?? [];
            var isOpen = Initialize(properties, with.Initializer, record?.IsOpen != false, walk);
            return Changes.Record(record?.TypeName ?? type.Name, properties, isOpen, new Origin(with.Syntax));
        });
    }

    private PartialValue Called(IInvocationOperation invocation, Walk walk)
    {
        var method = invocation.TargetMethod;
        if (model.IsOverride(method))
        {
            walk.Read(invocation.Syntax);
            return Changes.Merge(Value(invocation.Instance, walk), Value(invocation.Arguments[0].Value, walk), model, new Origin(invocation.Syntax));
        }

        if (IsEmptyCollection(method))
        {
            return new Sequence([], isOpen: false, new Origin(invocation.Syntax));
        }

        if (!model.Defines(method))
        {
            return IsLinq(method) ? OfLinq(invocation, walk)
                : method.DeclaringSyntaxReferences.IsEmpty && method.MethodKind != MethodKind.DelegateInvoke ? OfFramework(invocation, walk)
                : OfProject(invocation, walk);
        }

        if (ModelTypes.ValueText(method) is { } format)
        {
            return Formatted(format, invocation, walk);
        }

        if (!method.IsStatic || model.Sets(method, method.ReturnType) is not { } sets)
        {
            return Unknown.Instance;
        }

        var properties = Parameters(method.ReturnType, invocation.Arguments, walk);
        return Preset(method.ReturnType, sets, properties, invocation.Syntax);
    }

    private static Record Preset(ITypeSymbol type, Dictionary<string, string> sets, Dictionary<string, PartialValue> properties, SyntaxNode syntax)
    {
        var origin = new Origin(syntax);
        foreach (var set in sets)
        {
            properties[set.Key] = new Known(set.Value, origin);
        }

        return Changes.Record(type.Name, properties, isOpen: false, origin);
    }

    private Dictionary<string, PartialValue> Parameters(ITypeSymbol type, IEnumerable<IArgumentOperation> arguments, Walk walk)
    {
        var properties = new Dictionary<string, PartialValue>();
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && model.PropertyOf(type, parameter) is { } property)
            {
                Set(properties, property, Value(argument.Value, walk));
            }
        }

        return properties;
    }

    /// <summary>Sets what an initializer sets. Returns whether it may set more.</summary>
    private bool Initialize(Dictionary<string, PartialValue> properties, IObjectOrCollectionInitializerOperation? initializer, bool isOpen, Walk walk)
    {
        if (initializer is null)
        {
            return isOpen;
        }

        foreach (var step in initializer.Initializers)
        {
            switch (step)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property, Instance: IInstanceReferenceOperation } } assignment:
                    Set(properties, property, Value(assignment.Value, walk));
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: var property } } member:
                    Set(properties, property, Nested(properties, property, member.Initializer, isOpen, walk));
                    break;
                default:
                    isOpen = true;
                    break;
            }
        }

        return isOpen;
    }

    /// <summary>An object that the initializer does not make but sets properties of.</summary>
    private PartialValue Nested(
        Dictionary<string, PartialValue> properties, IPropertySymbol property, IObjectOrCollectionInitializerOperation initializer, bool isOpen, Walk walk)
    {
        if (!model.IsDeclaration(property.Type))
        {
            return Unknown.Instance;
        }

        var key = model.SettingOf(property).Key;
        var before = properties.TryGetValue(key, out var set) ? set : isOpen ? Unknown.Instance : (PartialValue)Unset.Instance;
        var record = before as Record;
        var inner = record?.Properties.ToDictionary(p => p.Key, p => p.Value) ?? [];
        var isInnerOpen = Initialize(inner, initializer, record?.IsOpen ?? before is Unknown, walk);
        return Changes.Record(record?.TypeName ?? property.Type.Name, inner, isInnerOpen, new Origin(initializer.Syntax));
    }

    private void Set(Dictionary<string, PartialValue> properties, IPropertySymbol property, PartialValue value)
    {
        var setting = model.SettingOf(property);
        properties[setting.Key] = setting.IsKernelSwitch ? Scalars.ToKernel(value) : value;
    }
}
