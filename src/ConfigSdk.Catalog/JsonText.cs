namespace ConfigSdk.Catalog;

/// <summary>The JSON values inside fact files.</summary>
internal static class JsonText
{
    /// <summary>The text nova.conf would have for a JSON scalar or array; null for JSON null and for values that nova computes at run time.</summary>
    public static string? ToOptionText(string json) => json.Length == 0 ? null : ToOptionText(Json.Parse(json));

    /// <inheritdoc cref="ToOptionText(string)"/>
    public static string? ToOptionText(Json value) => value.Kind switch
    {
        JsonKind.Null => null,
        JsonKind.Array => value.Items.Any(i => i.Kind is JsonKind.Object or JsonKind.Array) ? null : string.Join(",", value.Items.Select(i => i.Text)),
        JsonKind.Object => null,
        _ => value.Text,
    };

    public static IReadOnlyList<string> ToStrings(string json) => json.Length == 0 ? [] : ToStrings(Json.Parse(json));

    public static IReadOnlyList<string> ToStrings(Json value) => [.. value.Items.Where(i => i.Kind != JsonKind.Null).Select(i => i.Text)];
}
