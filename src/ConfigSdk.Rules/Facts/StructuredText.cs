using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules;

/// <summary>
/// The one text of nova.conf for an option's value that C# gives a structure: <c>key:value,key:value</c> for a dictionary, compact JSON for an
/// object of the model. Keys are in ordinal order: nova does not look at their order, and a hash table's is another in every process.
/// </summary>
public static class StructuredText
{
    /// <summary>The type name of a record that is a dictionary; its properties are the keys.</summary>
    public const string Dictionary = "Dictionary";

    /// <summary>The value, or each item of the list, as text. A structure of which a part is not known is unknown.</summary>
    public static PartialValue Of(PartialValue value) => value switch
    {
        Sequence list when list.Items.Any(i => i is Record) => new Sequence([.. list.Items.Select(Of)], list.IsOpen, list.Origin),
        Record record => (record.TypeName == Dictionary ? Pairs(record) : Json(record)) is { } text ? new Known(text, record.Origin) : new Unknown(record.Origin),
        _ => value,
    };

    /// <summary>What keeps parts of a structure from being read back as they are: where, what, why.</summary>
    internal static IEnumerable<(PartialValue At, string Part, string Flaw)> Flaws(PartialValue declared) => declared switch
    {
        Sequence list => list.Items.OfType<Record>().SelectMany(Flaws),
        Record { TypeName: Dictionary } dictionary => dictionary.Properties.SelectMany(p => PairFlaws(dictionary, p.Key, p.Value.Text)),
        Record record => record.Properties.Values.SelectMany(KnownItems.Of)
            .Select(i => (At: (PartialValue)i, Part: $"item '{i.Value}'", Flaw: OptionText.ItemFlaw(i.Value)!)).Where(f => f.Flaw is not null),
        _ => [],
    };

    private static IEnumerable<(PartialValue, string, string)> PairFlaws(Record dictionary, string key, string? value)
    {
        if ((key.Length == 0 ? "is empty, which nova refuses" : key.Contains(':') ? "has a colon, at which nova ends the key" : OptionText.ItemFlaw(key)) is { } keyFlaw)
        {
            yield return (dictionary, $"key '{key}'", keyFlaw);
        }

        if (value is { Length: > 0 } && OptionText.ItemFlaw(value) is { } flaw)
        {
            yield return (dictionary, $"value '{value}'", flaw);
        }
    }

    private static string? Pairs(Record dictionary) => Joined(dictionary, (key, value) => value.Text is { } text ? $"{key}:{text}" : null);

    private static string? Json(Record record) =>
        Joined(record, (key, value) => JsonValue(value) is { } json ? $"{JsonString.Quote(key)}:{json}" : null) is { } members ? $"{{{members}}}" : null;

    /// <summary>nova compares these values as text, so booleans are the words <c>true</c> and <c>false</c>, and a list's items are joined with commas.</summary>
    private static string? JsonValue(PartialValue value) => value switch
    {
        Known known => JsonString.Quote(known.Value),
        Record record => Json(record),
        _ => KnownItems.All(value) is { } items ? JsonString.Quote(string.Join(",", items.Select(i => i.Value))) : null,
    };

    private static string? Joined(Record record, Func<string, PartialValue, string?> part)
    {
        var parts = record.Properties.Where(p => !p.Value.IsUnset).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => part(p.Key, p.Value)).ToArray();
        return record.IsOpen || parts.Contains(null) ? null : string.Join(",", parts);
    }
}
