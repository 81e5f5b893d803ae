namespace ConfigSdk.Catalog;

/// <summary>The JSON values inside fact files.</summary>
internal static class JsonText
{
    /// <summary>The text nova.conf would have for a JSON scalar or array; null for JSON null and for values that nova computes at run time.</summary>
    public static string? ToOptionText(string json) => json.Length == 0 ? null : Json.Parse(json) switch
    {
        { Kind: JsonKind.Null or JsonKind.Object } => null,
        { Kind: JsonKind.Array } list => list.Items.Any(i => i.Kind is JsonKind.Object or JsonKind.Array) ? null : string.Join(",", list.Items.Select(i => i.Text)),
        var scalar => scalar.Text,
    };

    public static IReadOnlyList<string> ToStrings(string json) =>
        json.Length == 0 ? [] : [.. Json.Parse(json).Items.Where(i => i.Kind != JsonKind.Null).Select(i => i.Text)];
}
