using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules;

/// <summary>A value of JSON that an option has, or a part of one: written as text or as an object of the model, and known as far as the declaration tells.</summary>
internal sealed class DeclaredJson
{
    private readonly IReadOnlyDictionary<string, DeclaredJson> _members;
    private readonly bool _isOpen;

    private DeclaredJson(PartialValue at, JsonKind? kind, string text, IReadOnlyList<DeclaredJson>? items = null, IReadOnlyDictionary<string, DeclaredJson>? members = null, bool isOpen = false) =>
        (At, Kind, Text, Items, _members, _isOpen) = (at, kind, text, items ?? [], members ?? new Dictionary<string, DeclaredJson>(), isOpen);

    /// <summary>The value as declared: where JSON is one text, the whole text.</summary>
    public PartialValue At { get; }

    /// <summary>What kind of value it is; null if that is not known, or if there is a <see cref="Flaw"/>.</summary>
    public JsonKind? Kind { get; }

    /// <summary>A string, or a number or truth value as it is written; empty for the rest.</summary>
    public string Text { get; }

    /// <summary>An array's items.</summary>
    public IReadOnlyList<DeclaredJson> Items { get; }

    /// <summary>An object's members that are known to be there.</summary>
    public IEnumerable<KeyValuePair<string, DeclaredJson>> Members => _members;

    /// <summary>Why the text is no JSON; null if it is, or if that is not known.</summary>
    public JsonFlawException? Flaw { get; private init; }

    /// <summary>Whether Python takes the value for true; null if that is not known.</summary>
    public bool? IsTruthy => Kind switch
    {
        null => null,
        JsonKind.Null => false,
        JsonKind.Boolean => Text == "true",
        JsonKind.String => Text.Length > 0,
        JsonKind.Number => Text.Split('e', 'E')[0].Trim('-', '0', '.').Length > 0,
        JsonKind.Array => Items.Count > 0,
        _ => _members.Count > 0 ? true : _isOpen ? null : false,
    };

    /// <summary>The member: null if the object has none of this name for certain, of no kind if that is not known.</summary>
    public DeclaredJson? this[string name] =>
        _members.TryGetValue(name, out var member) ? member : _isOpen || Kind is null ? new DeclaredJson(At, null, "") : null;

    /// <summary>An option's values, one after the other.</summary>
    public static IEnumerable<DeclaredJson> ValuesOf(NodeFacts node, string group, string option)
    {
        var declared = node.Setting(group, option)?.Declared is { IsUnset: false } typed ? typed : node.Option(group, option);
        return declared is Sequence list ? list.Items.Select(Of) : declared.IsSet ? [Of(declared)] : [];
    }

    /// <summary>What a declared value says.</summary>
    public static DeclaredJson Of(PartialValue value) => value switch
    {
        Known known when OptionText.HasReference(known.Value) || OptionText.Flaw(known.Value) is not null => new(value, null, ""),
        Known known => OfText(known),
        Record { TypeName: not StructuredText.Dictionary } record => OfRecord(record),
        _ => new(value, null, ""),
    };

    private static DeclaredJson OfText(Known text)
    {
        try
        {
            return OfJson(text, Json.ParseAsPython(text.Value));
        }
        catch (JsonFlawException flaw)
        {
            return new(text, null, "") { Flaw = flaw.IsTooDeep ? null : flaw };
        }
    }

    private static DeclaredJson OfJson(PartialValue at, Json json) => new(
        at, json.Kind, json.Text, [.. json.Items.Select(i => OfJson(at, i))], json.Members.ToDictionary(m => m.Key, m => OfJson(at, m.Value), StringComparer.Ordinal));

    private static DeclaredJson OfRecord(Record record) => new(
        record, JsonKind.Object, "", null,
        record.Properties.Where(p => !p.Value.IsUnset).ToDictionary(p => p.Key, p => OfProperty(p.Value, record), StringComparer.Ordinal), record.IsOpen);

    // As StructuredText writes it: strings, objects, and lists as one string.
    private static DeclaredJson OfProperty(PartialValue value, Record owner) => value switch
    {
        Known known when !OptionText.HasReference(known.Value) => new(known, JsonKind.String, known.Value),
        Record record => OfRecord(record),
        _ when KnownItems.All(value) is { } items && !items.Any(i => OptionText.HasReference(i.Value)) => new(value, JsonKind.String, string.Join(",", items.Select(i => i.Value))),
        // What is not known may not have been written anywhere.
        _ => new(value.Origin is null ? owner : value, null, ""),
    };
}
