namespace ConfigSdk.Rules;

/// <summary>
/// Any of several values; which of them, nobody knows before the program runs. Who does not ask for the alternatives takes it for unknown.
/// Without alternatives there is no value: the program would throw.
/// </summary>
public sealed class OneOf : Unknown
{
    /// <summary>How many alternatives there are at most; what could be more is unknown.</summary>
    public const int Most = 8;

    private OneOf(IReadOnlyList<PartialValue> alternatives, object? origin)
        : base(origin) => Alternatives = alternatives;

    /// <summary>What comes of an expression that throws.</summary>
    public static OneOf None { get; } = new([], null);

    /// <summary>The alternatives. Each is known to some extent, and was written where the choice is.</summary>
    public IReadOnlyList<PartialValue> Alternatives { get; }

    /// <inheritdoc/>
    public override bool HasChoice => true;

    /// <inheritdoc/>
    public override PartialValue WithOrigins(Func<object?, object?> of) => Of(Alternatives.Select(a => a.WithOrigins(of)), of(Origin));

    /// <summary>Any of these values: unknown if one of them is, and that one if there is only one.</summary>
    /// <param name="values">The values.</param>
    /// <param name="origin">Where it is chosen among them.</param>
    public static PartialValue Of(IEnumerable<PartialValue> values, object? origin)
    {
        var all = values.SelectMany(v => v is OneOf inner ? inner.Alternatives : [v]).Take(Most + 1).ToArray();
        return all.Length > Most || all.Any(v => v is Unknown) ? new Unknown(origin)
            : all.Length == 0 ? None
            : all.Length == 1 ? all[0]
            : new OneOf([.. all.Select(v => At(v, origin))], origin);
    }

    /// <summary>What becomes of a value: of each alternative, if there are several.</summary>
    public static PartialValue Map(PartialValue value, Func<PartialValue, PartialValue> change) => value is OneOf several ? Of(several.Alternatives.Select(change), several.Origin) : change(value);

    /// <summary>What comes of values together: of each combination, if some are any of several and the combinations are not too many.</summary>
    public static PartialValue Combine(IReadOnlyList<PartialValue> values, object? origin, Func<IReadOnlyList<PartialValue>, PartialValue> make)
    {
        if (!values.Any(v => v is OneOf))
        {
            return make(values);
        }

        IEnumerable<IEnumerable<PartialValue>> combinations = [[]];
        var count = 1;
        foreach (var several in values.OfType<OneOf>())
        {
            count *= several.Alternatives.Count;
            if (count > Most)
            {
                return make(values);
            }
        }

        foreach (var value in values)
        {
            var alternatives = value is OneOf several ? several.Alternatives : [value];
            combinations = [.. combinations.SelectMany(c => alternatives.Select(a => c.Append(a)))];
        }

        return Of(combinations.Select(c => make([.. c])), origin);
    }

    // What is wrong with each alternative is wrong with the choice.
    private static PartialValue At(PartialValue value, object? origin) => value switch
    {
        Known known => new Known(known.Value, origin),
        Sequence list => new Sequence(list.Items, list.IsOpen, origin),
        Record record => new Record(record.TypeName, record.Properties, record.IsOpen, origin),
        _ => value,
    };
}
