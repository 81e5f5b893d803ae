using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using ConfigSdk.Rules.CpuSets;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Plans;

/// <summary>Whether two texts of an option are the same to nova.</summary>
internal static class OptionValues
{
    // Lists that nova takes for sets. The order of others means something: of cpu_models the first is preferred, of device_spec the first that fits counts.
    private static readonly HashSet<string> s_unordered = new(
    [
        "[libvirt] cpu_model_extra_flags", "[libvirt] hw_machine_type", "[libvirt] disk_cachemodes", "[libvirt] enabled_perf_events",
        "[DEFAULT] enabled_apis", "[DEFAULT] compute_monitors", "[DEFAULT] reserved_huge_pages", "[cache] backend_argument",
    ], StringComparer.Ordinal);

    private static readonly HashSet<string> s_cpuSets = new(["[compute] cpu_shared_set", "[compute] cpu_dedicated_set", "[DEFAULT] vcpu_pin_set"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_json = new(["[pci] device_spec", "[pci] alias"], StringComparer.Ordinal);

    /// <summary>Every name that is spoken of here.</summary>
    internal static IEnumerable<string> Names => [.. s_unordered, .. s_cpuSets, .. s_json];

    /// <summary>Compares.</summary>
    /// <param name="option">The option's newest name.</param>
    /// <param name="facts">What the release that reads the later value says.</param>
    /// <param name="release">The release that reads the later value.</param>
    /// <param name="before">The texts before; one, or each line of an option that may be given several times.</param>
    /// <param name="after">The texts after.</param>
    public static bool AreSame(OptionName option, OptionFacts facts, Release release, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var name = option.ToString();
        // A reserved page or a PCI device is a text of its own structure, whatever type the release gives it.
        var (one, other) = facts.IsMultiValued
            ? (before.Select(v => Normal(name, facts, release, v)), after.Select(v => Normal(name, facts, release, v)))
            : (Items(name, facts, release, before), Items(name, facts, release, after));
        return s_unordered.Contains(name) && Keys(one).Distinct(StringComparer.Ordinal).Count() == one.Count() && Keys(other).Distinct(StringComparer.Ordinal).Count() == other.Count()
            ? one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            : one.SequenceEqual(other, StringComparer.Ordinal);
    }

    // Of two items for one key the later wins, so that their order counts.
    private static IEnumerable<string> Keys(IEnumerable<string> items) => items.Select(i => i.TrimStart('+', '-').Split('=')[0]);

    private static IEnumerable<string> Items(string name, OptionFacts facts, Release release, IReadOnlyList<string> values) =>
        values.Count == 0 ? []
        : facts.Type == OptionType.List && !s_cpuSets.Contains(name)
            ? SplitList(values[0]).Select(i => name == "[libvirt] cpu_model_extra_flags" ? i.TrimStart('+').ToLowerInvariant() : facts.IgnoresCase ? i.ToLowerInvariant() : i)
            : [Normal(name, facts, release, values[0])];

    private static List<string> SplitList(string text)
    {
        var items = text.Split(',').Select(i => i.Trim()).ToList();
        while (items.Count > 0 && items[^1].Length == 0)
        {
            items.RemoveAt(items.Count - 1);
        }

        return items;
    }

    private static string Normal(string name, OptionFacts facts, Release release, string text)
    {
        if (SecretText.Parse(text) is not null)
        {
            return text;
        }

        var trimmed = text.Trim();
        if (s_cpuSets.Contains(name))
        {
            return trimmed.Length > 0 && CpuSetText.Read(trimmed, release).Cpus is { } cpus ? cpus.ToString() : trimmed;
        }

        if (s_json.Contains(name))
        {
            return Json(trimmed);
        }

        return facts.Type switch
        {
            OptionType.Boolean => BooleanWords.OfOption(trimmed) switch { true => "true", false => "false", null => trimmed },
            OptionType.Integer or OptionType.Port => decimal.TryParse(trimmed.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? whole.ToString(CultureInfo.InvariantCulture) : trimmed,
            OptionType.Float => double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : trimmed,
            OptionType.Dict => string.Join(",", SplitList(text).Select(Pair).Order(StringComparer.Ordinal)),
            _ => facts.IgnoresCase ? text.ToLowerInvariant() : text,
        };
    }

    private static string Pair(string pair)
    {
        var parts = pair.Split(':', 2);
        return parts.Length < 2 ? pair : $"{parts[0].Trim()}:{parts[1].Trim()}";
    }

    private static string Json(string text)
    {
        try
        {
            return Sorted(JsonNode.Parse(text))?.ToJsonString() ?? "null";
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // What is no JSON, or names a member twice, is compared as it stands.
            return text;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
