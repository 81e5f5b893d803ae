using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>What LINQ makes of lists. What it makes lazily is the same whenever it is made: nothing that is read here changes.</summary>
internal sealed partial class Evaluator
{
    private static bool IsLinq(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    private PartialValue OfLinq(IInvocationOperation invocation, Walk walk)
    {
        var arguments = invocation.Arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => a.Value).ToArray();
        var (name, origin) = (invocation.TargetMethod.Name, new Origin(invocation.Syntax));
        if ((name, arguments.Length) is ("Range", 2))
        {
            return Numbers.Index(Value(arguments[0], walk)) is { } start && Numbers.Index(Value(arguments[1], walk)) is { } count && count is >= 0 and <= Walk.MaxRounds && start <= int.MaxValue - count
                ? new Sequence([.. Enumerable.Range(start, count).Select(i => new Known(Scalars.Text(i), origin))], isOpen: false, origin)
                : Unknown.Instance;
        }

        if ((name, arguments.Length) is ("Repeat", 2))
        {
            return Numbers.Index(Value(arguments[1], walk)) is { } times && times is >= 0 and <= Walk.MaxRounds
                ? new Sequence([.. Enumerable.Repeat(Item(Value(arguments[0], walk), null), times)], isOpen: false, origin)
                : Unknown.Instance;
        }

        if (arguments.Length == 0 || Value(arguments[0], walk) is not Sequence list)
        {
            return Unknown.Instance;
        }

        return (name, arguments.Length) switch
        {
            ("ToArray" or "ToList" or "AsEnumerable", 1) => new Sequence(list.Items, list.IsOpen, origin),
            ("Concat", 2) => Value(arguments[1], walk) is Sequence more && list.Items.Count + more.Items.Count <= MaxItems ? new Sequence([.. list.Items, .. more.Items], list.IsOpen || more.IsOpen, origin) : new Sequence(list.Items, isOpen: true, origin),
            ("Append", 2) => new Sequence([.. list.Items, Item(walk.Item(w => Value(arguments[1], w)), null)], list.IsOpen, origin),
            ("Prepend", 2) => new Sequence([Item(walk.Item(w => Value(arguments[1], w)), null), .. list.Items], list.IsOpen, origin),
            ("Take", 2) when arguments[1].Type?.SpecialType == SpecialType.System_Int32 && !list.IsOpen && Numbers.Index(Value(arguments[1], walk)) is { } count => new Sequence([.. list.Items.Take(count)], isOpen: false, origin),
            ("Skip", 2) when !list.IsOpen && Numbers.Index(Value(arguments[1], walk)) is { } count => new Sequence([.. list.Items.Skip(count)], isOpen: false, origin),
            ("Select", 2) when Function(arguments[1], walk) is { } function => Selected(list, function, origin, walk),
            ("SelectMany", 2) when Function(arguments[1], walk) is { Symbol.Parameters.Length: 1 } function => Flattened(list, function, origin, walk),
            ("Where", 2) when Function(arguments[1], walk) is { Symbol.Parameters.Length: 1 } function => Filtered(list, function, origin, walk),
            _ => Unknown.Instance,
        };
    }

    private PartialValue Selected(Sequence list, IAnonymousFunctionOperation function, Origin origin, Walk walk)
    {
        var takesPlace = function.Symbol.Parameters.Length == 2;
        if (takesPlace && list.IsOpen)
        {
            return Unknown.Instance;
        }

        var items = new List<PartialValue>();
        foreach (var item in list.Items)
        {
            if (!walk.Round())
            {
                return Unknown.Instance;
            }

            var place = items.Count;
            items.Add(Item(walk.Item(w => Applied(function, takesPlace ? [item, new Known(Scalars.Text(place), origin)] : [item], w)), null));
        }

        return new Sequence(items, list.IsOpen, origin);
    }

    private PartialValue Flattened(Sequence list, IAnonymousFunctionOperation function, Origin origin, Walk walk)
    {
        var items = new List<PartialValue>();
        var isOpen = list.IsOpen;
        foreach (var item in list.Items)
        {
            if (!walk.Round())
            {
                return Unknown.Instance;
            }

            var part = Applied(function, [item], walk) as Sequence;
            var hasRoom = part is not null && items.Count + part.Items.Count <= MaxItems;
            items.AddRange(hasRoom ? part!.Items : []);
            isOpen |= part?.IsOpen != false || !hasRoom;
        }

        return new Sequence(items, isOpen, origin);
    }

    private PartialValue Filtered(Sequence list, IAnonymousFunctionOperation function, Origin origin, Walk walk)
    {
        var items = new List<PartialValue>();
        var isOpen = list.IsOpen;
        foreach (var item in list.Items)
        {
            if (!walk.Round())
            {
                return Unknown.Instance;
            }

            var isIn = Applied(function, [item], walk).Text;
            if (isIn == "true")
            {
                items.Add(item);
            }

            isOpen |= isIn is not ("true" or "false");
        }

        return new Sequence(items, isOpen, origin);
    }

    /// <summary>The item at a place of a list that is known as a whole.</summary>
    private static PartialValue ItemAt(PartialValue list, PartialValue place) =>
        list is Sequence { IsOpen: false } sequence && Numbers.Index(place) is { } index && index >= 0 && index < sequence.Items.Count ? sequence.Items[index] : Unknown.Instance;
}
