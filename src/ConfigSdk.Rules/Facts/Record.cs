namespace ConfigSdk.Rules;

/// <summary>An object of the model.</summary>
public sealed class Record : PartialValue
{
    private readonly Record? _before;
    private readonly Func<object?, object?>? _origins;
    private IReadOnlyDictionary<string, PartialValue>? _properties;

    /// <summary>An object of the model.</summary>
    /// <param name="typeName">The type's name, without namespace.</param>
    /// <param name="properties">The properties that are known to be set, or known to be unknown.</param>
    /// <param name="isOpen">Whether others may be set too.</param>
    /// <param name="origin">Where it was written.</param>
    public Record(string typeName, IReadOnlyDictionary<string, PartialValue> properties, bool isOpen, object? origin)
        : base(origin)
    {
        (TypeName, _properties, IsOpen) = (typeName, properties, isOpen);
        Settings = new(0, isOpen ? 1 : 0);
        foreach (var property in properties)
        {
            Settings += property.Value.Settings;
            HasChoice |= property.Value.HasChoice;
        }
    }

    private Record(Record before, Func<object?, object?> origins)
        : base(origins(before.Origin)) =>
        (_before, _origins, TypeName, IsOpen, Settings, HasChoice) = (before, origins, before.TypeName, before.IsOpen, before.Settings, before.HasChoice);

    /// <summary>The type's name, without namespace.</summary>
    public string TypeName { get; }

    /// <summary>The properties that are known to be set, or known to be unknown. Keys: the setting's own name where the model gives one, else the C# name.</summary>
    public IReadOnlyDictionary<string, PartialValue> Properties => _properties ??= _before!.Properties.ToDictionary(p => p.Key, p => p.Value.WithOrigins(_origins!));

    /// <summary>Whether properties that are not in <see cref="Properties"/> may be set too.</summary>
    public bool IsOpen { get; }

    /// <inheritdoc/>
    public override SettingCount Settings { get; }

    /// <inheritdoc/>
    public override bool HasChoice { get; }

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

    /// <inheritdoc/>
    public override PartialValue WithOrigins(Func<object?, object?> of) => new Record(this, of);

    private protected override PartialValue First => _before?.First ?? this;
}
