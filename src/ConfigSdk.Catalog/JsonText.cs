using System.Runtime.Serialization.Json;
using System.Xml.Linq;

namespace ConfigSdk.Catalog;

/// <summary>Reads the JSON values inside fact files with the framework's own reader: analyzers may not bring a JSON library with them.</summary>
internal static class JsonText
{
    /// <summary>The text nova.conf would have for a JSON scalar or array; null for JSON null and for values that nova computes at run time.</summary>
    public static string? ToOptionText(string json)
    {
        if (json.Length == 0 || json == "null")
        {
            return null;
        }

        var root = Parse(json);
        return Type(root) switch
        {
            "array" => root.Elements().Any(e => Type(e) is "object" or "array") ? null : string.Join(",", root.Elements().Select(e => e.Value)),
            "object" => null,
            _ => root.Value,
        };
    }

    public static IReadOnlyList<string> ToStrings(string json) =>
        json.Length == 0 ? [] : [.. Parse(json).Elements().Where(e => Type(e) != "null").Select(e => e.Value)];

    private static string Type(XElement element) => (string?)element.Attribute("type") ?? "string";

    private static XElement Parse(string json)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        using var reader = JsonReaderWriterFactory.CreateJsonReader(bytes, System.Xml.XmlDictionaryReaderQuotas.Max);
        return XElement.Load(reader);
    }
}
