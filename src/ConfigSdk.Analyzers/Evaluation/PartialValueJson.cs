using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>
/// Partial values as JSON: a text is a string, what is left out is null, a list an array, an object <c>{"type": …, "set": {…}}</c>; of what is open is said
/// <c>"open": true</c>, a choice is <c>{"oneOf": […]}</c>, and <c>{}</c> is unknown.
/// </summary>
internal static class PartialValueJson
{
    /// <summary>Writes a value, without where it was written.</summary>
    public static string Write(PartialValue value) => value switch
    {
        // What is no whole character would become another one in the assembly.
        Known known when !known.Value.Any(char.IsSurrogate) => JsonString.Quote(known.Value),
        Unset => "null",
        OneOf several => $"{{\"oneOf\":{Write(several.Alternatives)}}}",
        Sequence list => list.IsOpen ? $"{{\"open\":true,\"items\":{Write(list.Items)}}}" : Write(list.Items),
        Record record => $"{{{(record.IsOpen ? "\"open\":true," : "")}\"type\":{JsonString.Quote(record.TypeName)},\"set\":{{{string.Join(",", Members(record))}}}}}",
        _ => "{}",
    };

    /// <summary>Reads a value; what is not of this form is unknown.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="origin">Where each part of it counts as written.</param>
    public static PartialValue Read(string text, Origin origin)
    {
        try
        {
            return Read(Json.Parse(text), origin);
        }
        catch (JsonFlawException)
        {
            // Assemblies come from everywhere, and an unknown value only makes the editor say less.
            return Unknown.Instance;
        }
    }

    private static string Write(IEnumerable<PartialValue> items) => $"[{string.Join(",", items.Select(Write))}]";

    private static IEnumerable<string> Members(Record record) =>
        record.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{JsonString.Quote(p.Key)}:{Write(p.Value)}");

    private static PartialValue Read(Json json, Origin origin) => json switch
    {
        { Kind: JsonKind.String } => new Known(json.Text, origin),
        { Kind: JsonKind.Null } => Unset.Instance,
        { Kind: JsonKind.Array } => new Sequence(Items(json, origin), isOpen: false, origin),
        _ when json["items"] is { Kind: JsonKind.Array } items => new Sequence(Items(items, origin), isOpen: true, origin),
        _ when json["oneOf"] is { Kind: JsonKind.Array } several => OneOf.Of(Items(several, origin), origin),
        _ when json["type"] is { Kind: JsonKind.String } type && json["set"] is { Kind: JsonKind.Object } set =>
            new Record(type.Text, set.Members.ToDictionary(m => m.Key, m => Read(m.Value, origin), StringComparer.Ordinal), json["open"] is not null, origin),
        _ => Unknown.Instance,
    };

    private static PartialValue[] Items(Json list, Origin origin) => [.. list.Items.Select(i => Read(i, origin))];
}
