namespace ConfigSdk.Rules;

/// <summary>A list.</summary>
public sealed class Sequence : PartialValue
{
    private readonly Sequence? _before;
    private readonly Func<object?, object?>? _origins;
    private IReadOnlyList<PartialValue>? _items;

    /// <summary>A list.</summary>
    /// <param name="items">The items that are certainly in the list, in order.</param>
    /// <param name="isOpen">Whether there may be more items, anywhere among them.</param>
    /// <param name="origin">Where it was written.</param>
    public Sequence(IReadOnlyList<PartialValue> items, bool isOpen, object? origin)
        : base(origin)
    {
        (_items, IsOpen) = (items, isOpen);
        var isWhole = !isOpen;
        foreach (var item in items)
        {
            isWhole &= item.IsWhole;
            HasChoice |= item.HasChoice;
        }

        Settings = new(isWhole ? 1 : 0, 1);
    }

    private Sequence(Sequence before, Func<object?, object?> origins)
        : base(origins(before.Origin)) =>
        (_before, _origins, IsOpen, Settings, HasChoice) = (before, origins, before.IsOpen, before.Settings, before.HasChoice);

    /// <summary>The items that are certainly in the list, in order.</summary>
    public IReadOnlyList<PartialValue> Items => _items ??= [.. _before!.Items.Select(i => i.WithOrigins(_origins!))];

    /// <summary>Whether there may be more items, anywhere among them.</summary>
    public bool IsOpen { get; }

    /// <inheritdoc/>
    public override SettingCount Settings { get; }

    /// <inheritdoc/>
    public override bool HasChoice { get; }

    /// <inheritdoc/>
    public override PartialValue WithOrigins(Func<object?, object?> of) => new Sequence(this, of);

    private protected override PartialValue First => _before?.First ?? this;
}
