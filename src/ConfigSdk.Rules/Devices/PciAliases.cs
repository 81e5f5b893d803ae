using System.Text.RegularExpressions;
using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Devices;

/// <summary>The names by which flavors ask for devices: [pci] alias.</summary>
internal static class PciAliases
{
    private static readonly Regex s_id = new(@"\A[0-9a-fA-F]{4}\z", RegexOptions.CultureInvariant);
    private static readonly string[] s_deviceTypes = ["type-PCI", "type-PF", "type-VF"];
    private static readonly string[] s_policies = ["required", "legacy", "preferred"];

    /// <summary>The keys, and the first tag that surely takes them. What the two keys for Placement were between 26 and 31 is not certain.</summary>
    private static readonly Dictionary<string, (string Since, string LastWithout)> s_keys = new(StringComparer.Ordinal)
    {
        ["name"] = ("2014.1", ""),
        ["vendor_id"] = ("2014.1", ""),
        ["product_id"] = ("2014.1", ""),
        ["device_type"] = ("2014.1", ""),
        ["capability_type"] = ("2014.1", ""),
        ["numa_policy"] = ("17.0.0", "16.0.0"),
        ["resource_class"] = ("31.0.0", "26.0.0"),
        ["traits"] = ("31.0.0", "26.0.0"),
        ["live_migratable"] = ("31.0.0", "30.0.0"),
    };

    /// <summary>The keys in the newest release.</summary>
    public static IEnumerable<string> Keys => s_keys.Keys;

    /// <summary>What happens to aliases that nova cannot read: since 32.0.0 it looks when it starts, before when a flavor asks for one.</summary>
    public static string Outcome(NodeFacts node) =>
        Wording.Outcome.NoStartSince(node.Target.Release, "32.0.0", "no guest whose flavor asks for PCI devices could be resized or moved to the node");

    /// <summary>The aliases as declared.</summary>
    public static IReadOnlyList<DeclaredJson> Of(NodeFacts node) => [.. DeclaredJson.ValuesOf(node, "pci", "alias")];

    /// <summary>What nova's schema says against an alias.</summary>
    public static IEnumerable<(PartialValue At, string Part, string Flaw)> Flaws(DeclaredJson alias, Release? release)
    {
        if (alias.Kind is null)
        {
            yield break;
        }

        if (alias.Kind != JsonKind.Object)
        {
            yield return (alias.At, "the value", alias.Kind == JsonKind.Array ? "is a list, and nova takes one object; write each alias as a value of its own" : "is no object");
            yield break;
        }

        if (alias["name"] is null)
        {
            yield return (alias.At, "the name", "is missing");
        }

        foreach (var member in alias.Members)
        {
            if (Flaw(member.Key, member.Value, release) is { } flaw)
            {
                yield return (member.Value.At, member.Value.Kind is JsonKind.String or JsonKind.Number or JsonKind.Boolean ? $"{member.Key} '{member.Value.Text}'" : member.Key, flaw);
            }
        }
    }

    private static string? Flaw(string key, DeclaredJson value, Release? release)
    {
        if (!s_keys.TryGetValue(key, out var versions))
        {
            return "is no key that nova knows" + Wording.Phrases.DidYouMean(Spelling.Nearest(key, s_keys.Keys));
        }

        if (versions.LastWithout.Length > 0 && release is not null && Release.Parse(versions.LastWithout) >= release)
        {
            return $"is no key that {release.DisplayName} knows";
        }

        return value.Kind switch
        {
            null => null,
            not JsonKind.String => "is no string; write it in quotes",
            _ => key switch
            {
                "name" => value.Text.Count(c => !char.IsLowSurrogate(c)) is >= 1 and <= 256 ? null : "is not of 1 to 256 characters",
                "vendor_id" or "product_id" => s_id.IsMatch(value.Text) || value.Text.Any(c => c > '~') ? null : "is not of four hexadecimal digits",
                "capability_type" => value.Text == "pci" ? null : "is not 'pci'",
                // Other types were known before 15.0.0, and vDPA devices for a while.
                "device_type" => s_deviceTypes.Contains(value.Text) || release?.IsAtLeast("15.0.0") != true || (value.Text == "vdpa" && !release.IsAtLeast("26.0.0"))
                    ? null
                    : $"is none of {Wording.Phrases.OneOf(s_deviceTypes)}",
                "numa_policy" => s_policies.Contains(value.Text) || (value.Text == "socket" && release?.IsAtLeast("23.0.0") != false)
                    ? null
                    : $"is none of {Wording.Phrases.OneOf(s_policies)}" + (release?.IsAtLeast("23.0.0") == true ? " or socket" : ""),
                "live_migratable" => PciSpecs.ReadsAsBoolean(value) == false ? "is neither true nor false" : null,
                _ => null,
            },
        };
    }
}
