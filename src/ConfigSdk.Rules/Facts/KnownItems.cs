namespace ConfigSdk.Rules;

/// <summary>Reads lists of which not everything may be known.</summary>
internal static class KnownItems
{
    /// <summary>The items that are certainly in the list and whose text is known.</summary>
    public static IEnumerable<Known> Of(PartialValue value) => value is Sequence list ? list.Items.OfType<Known>() : [];

    /// <summary>Every item of the list; null if some may be missing or are not known.</summary>
    public static IReadOnlyList<Known>? All(PartialValue value) =>
        value is Sequence { IsOpen: false } list && list.Items.All(i => i is Known) ? [.. list.Items.Cast<Known>()] : null;

    /// <summary>Whether every item is known: all of a list, or none where there is no list.</summary>
    public static bool IsWhole(PartialValue value) => value.IsUnset || All(value) is not null;

    /// <summary>Whether there is an item for certain.</summary>
    public static bool Any(PartialValue value) => value is Sequence { Items.Count: > 0 };
}
