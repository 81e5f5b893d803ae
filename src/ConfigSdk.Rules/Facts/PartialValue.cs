namespace ConfigSdk.Rules;

/// <summary>
/// What a witness knows of one value of a declaration. The build knows every value; the editor knows what the source says for certain,
/// and the rest is <see cref="Unknown"/>. The invariant: a value that is not unknown is the value that the program would have.
/// </summary>
/// <param name="origin">Where the value was written, in the witness's own terms; rules carry it and never look inside.</param>
public abstract class PartialValue(object? origin)
{
    /// <summary>Where the value was written; null where nobody wrote it.</summary>
    public object? Origin { get; } = origin;

    /// <summary>The text, if it is known; else null.</summary>
    public string? Text => (this as Known)?.Value;

    /// <summary>Whether the declaration leaves the value out, for certain.</summary>
    public bool IsUnset => this is Unset;

    /// <summary>Whether the declaration sets the value, for certain, to whatever it may be.</summary>
    public bool IsSet => this is Known or Sequence or Record;

    /// <summary>Whether nothing of it is unknown.</summary>
    public bool IsWhole => this switch
    {
        Known or Unset => true,
        Sequence list => !list.IsOpen && list.Items.All(i => i.IsWhole),
        Record record => !record.IsOpen && record.Properties.Values.All(p => p.IsWhole),
        _ => false,
    };

    /// <summary>Whether a rule would see no difference, wherever the two were written.</summary>
    internal bool IsLike(PartialValue other) => ReferenceEquals(this, other) || (this, other) switch
    {
        (Known a, Known b) => a.Value == b.Value,
        (Sequence a, Sequence b) => a.IsOpen == b.IsOpen && a.Items.Count == b.Items.Count && a.Items.Zip(b.Items, (x, y) => x.IsLike(y)).All(same => same),
        (Record a, Record b) => a.TypeName == b.TypeName && a.IsOpen == b.IsOpen && a.Properties.Count == b.Properties.Count
            && a.Properties.All(p => b.Properties.TryGetValue(p.Key, out var value) && p.Value.IsLike(value)),
        (Unknown, Unknown) => true,
        _ => false,
    };
}

/// <summary>The declaration leaves the value out, for certain: nova's own default holds.</summary>
public sealed class Unset() : PartialValue(null)
{
    /// <summary>The one instance.</summary>
    public static Unset Instance { get; } = new();
}

/// <summary>The value could be anything; or, as <see cref="OneOf"/>, any of several.</summary>
public class Unknown(object? origin = null) : PartialValue(origin)
{
    /// <summary>An unknown value that nobody wrote.</summary>
    public static Unknown Instance { get; } = new();
}

/// <summary>A scalar, as the text that nova.conf, the kernel or glance would have for it.</summary>
public sealed class Known(string value, object? origin) : PartialValue(origin)
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;
}

/// <summary>A list.</summary>
public sealed class Sequence(IReadOnlyList<PartialValue> items, bool isOpen, object? origin) : PartialValue(origin)
{
    /// <summary>The items that are certainly in the list, in order.</summary>
    public IReadOnlyList<PartialValue> Items { get; } = items;

    /// <summary>Whether there may be more items, anywhere among them.</summary>
    public bool IsOpen { get; } = isOpen;
}

/// <summary>An object of the model.</summary>
public sealed class Record(string typeName, IReadOnlyDictionary<string, PartialValue> properties, bool isOpen, object? origin) : PartialValue(origin)
{
    /// <summary>The type's name, without namespace.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>The properties that are known to be set, or known to be unknown. Keys: the setting's own name where the model gives one, else the C# name.</summary>
    public IReadOnlyDictionary<string, PartialValue> Properties { get; } = properties;

    /// <summary>Whether properties that are not in <see cref="Properties"/> may be set too.</summary>
    public bool IsOpen { get; } = isOpen;

    /// <summary>The property: as known, or else unset, or unknown if the record is open.</summary>
    public PartialValue this[string property] =>
        Properties.TryGetValue(property, out var value) ? value : IsOpen ? Unknown.Instance : Unset.Instance;

    /// <summary>A property's property; unknown below what is unknown, unset below what is unset.</summary>
    public static PartialValue Below(PartialValue value, string property) => value switch
    {
        Record record => record[property],
        Unset => value,
        _ => Unknown.Instance,
    };
}
