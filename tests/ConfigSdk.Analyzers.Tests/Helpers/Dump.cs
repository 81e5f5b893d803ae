using ConfigSdk.Rules;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Analyzers.Tests.Helpers;

/// <summary>A partial value as one line: <c>text</c>, <c>unset</c>, <c>?</c>, <c>a|b</c> for any of them, <c>[a, b, …]</c>, <c>Type{key=value, …}</c>.</summary>
internal static class Dump
{
    public static string Of(PartialValue value) => value switch
    {
        Known known => known.Value,
        Unset => "unset",
        OneOf several => several.Alternatives.Count == 0 ? "!" : string.Join('|', several.Alternatives.Select(Of)),
        Sequence s => $"[{string.Join(", ", s.Items.Select(Of).Concat(s.IsOpen ? ["…"] : Array.Empty<string>()))}]",
        Record r => $"{r.TypeName}{{{string.Join(", ", r.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + "=" + Of(p.Value)).Concat(r.IsOpen ? ["…"] : Array.Empty<string>()))}}}",
        _ => "?",
    };
}
