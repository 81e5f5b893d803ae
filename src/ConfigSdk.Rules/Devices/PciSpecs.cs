using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Devices;

/// <summary>The devices that a node gives to guests: [pci] device_spec, in older releases passthrough_whitelist.</summary>
internal static class PciSpecs
{
    /// <summary>Names that nova gives a meaning, and the first tag that does: before, and for any other name, a device just carries them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Keys = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["vendor_id"] = "2014.1",
        ["product_id"] = "2014.1",
        ["address"] = "2014.2",
        ["devname"] = "2014.2",
        ["physical_network"] = "2014.2",
        ["trusted"] = "18.0.0",
        ["remote_managed"] = "25.0.0",
        ["resource_class"] = "26.0.0",
        ["traits"] = "26.0.0",
        ["managed"] = "31.0.0",
        ["live_migratable"] = "31.0.0",
        ["one_time_use"] = "32.0.0",
    };

    /// <summary>What happens to a list that nova cannot read: it does when it starts since 14.0.0, before when it counted its devices.</summary>
    public static string Outcome(NodeFacts node) => Wording.Outcome.NoStartSince(node.Target.Release, "14.0.0", Wording.Outcome.NoReport);

    /// <summary>The option's values, each JSON of its own.</summary>
    public static IEnumerable<DeclaredJson> Values(NodeFacts node) => DeclaredJson.ValuesOf(node, "pci", "device_spec");

    /// <summary>The objects among them that nova looks into, alone or in lists; 2014.1 takes lists alone.</summary>
    public static IEnumerable<DeclaredJson> Objects(NodeFacts node) =>
        Values(node).SelectMany(v => v.Kind == JsonKind.Array ? v.Items : node.Target.Release?.IsAtLeast("2014.2") == false ? [] : [v]).Where(v => v.Kind == JsonKind.Object);

    /// <summary>Whether oslo.utils takes the value for true or false when it is strict; null if that is not known.</summary>
    public static bool? ReadsAsBoolean(DeclaredJson value) => value.Kind switch
    {
        null or JsonKind.Array or JsonKind.Object => null,
        JsonKind.Boolean => true,
        _ => BooleanWords.OfProperty(value.Text) is not null,
    };

    /// <summary>Whether the value is certainly on.</summary>
    public static bool IsOn(DeclaredJson? value) =>
        value is not null && ReadsAsBoolean(value) == true && BooleanWords.OfProperty(value.Text) == true;
}
