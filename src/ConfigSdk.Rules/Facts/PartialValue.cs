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
    public bool IsWhole => Settings.Known == Settings.All;

    /// <summary>How many settings it has, and how many of them are known. A list is one setting, and known if all of it is.</summary>
    public virtual SettingCount Settings => new(0, 1);

    /// <summary>Whether it, or anything in it, may be any of several values.</summary>
    public virtual bool HasChoice => false;

    /// <summary>
    /// The same value with other origins, its own and those of all that is in it. What is in it is made when somebody asks for it: most of what a profile
    /// sets is never looked at again in each of its nodes.
    /// </summary>
    /// <param name="of">The new origin for an old one.</param>
    public virtual PartialValue WithOrigins(Func<object?, object?> of) => this;

    /// <summary>The value before its origins were changed.</summary>
    private protected virtual PartialValue First => this;

    /// <summary>Whether both come from one place, by whatever ways.</summary>
    internal bool IsSame(PartialValue other) => ReferenceEquals(First, other.First);

    /// <summary>Whether a rule would see no difference, wherever the two were written.</summary>
    internal bool IsLike(PartialValue other) => IsSame(other) || (First, other.First) switch
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

    /// <inheritdoc/>
    public override SettingCount Settings => default;
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

    /// <inheritdoc/>
    public override SettingCount Settings => new(1, 1);

    /// <inheritdoc/>
    public override PartialValue WithOrigins(Func<object?, object?> of) => new Known(Value, of(Origin));
}
