using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Devices;

/// <summary>The types of mediated devices that a node makes, such as virtual GPUs, and on which devices each is made.</summary>
internal sealed class MdevTypes
{
    private MdevTypes(IReadOnlyList<(Known Type, IReadOnlyList<Known>? Addresses)> all) => All = all;

    /// <summary>The types in order, each with its devices' addresses: none if the node leaves them out, null if they are not known.</summary>
    public IReadOnlyList<(Known Type, IReadOnlyList<Known>? Addresses)> All { get; }

    /// <summary>The types; null if they are not known.</summary>
    public static MdevTypes? Of(NodeFacts node) =>
        node.ItemsOf("devices", "enabled_mdev_types") is { } types && types.All(t => t.Origin is not null)
            ? new([.. types.Select(t => (t, Addresses(node, t.Value)))])
            : null;

    /// <summary>
    /// The addresses that nova reads, type by type, up to the first type that has none: there it stops before 29.0.0. A single type's are
    /// read since 29.0.0, and before 24.0.0 it is not certain that any are.
    /// </summary>
    public IEnumerable<(Known Type, Known Address)> Read(Release release)
    {
        var hasDefault = release.IsAtLeast("29.0.0");
        return !release.IsAtLeast("24.0.0") || (!hasDefault && All.Count < 2) ? []
            : All.TakeWhile(t => t.Addresses is not null && (hasDefault || t.Addresses.Count > 0)).SelectMany(t => t.Addresses!.Select(a => (t.Type, a)));
    }

    // Since 24.0.0 the section has a new name, and its addresses are read under the old one too.
    private static IReadOnlyList<Known>? Addresses(NodeFacts node, string type) => node.Target.Release switch
    {
        null => null,
        { } release when release.IsAtLeast("24.0.0") =>
            Sections.Option(node, "mdev_", type, "device_addresses").IsUnset ? UnderOldName(node, type) : Sections.Items(node, "mdev_", type, "device_addresses"),
        _ => Sections.Items(node, "vgpu_", type, "device_addresses"),
    };

    private static IReadOnlyList<Known>? UnderOldName(NodeFacts node, string type)
    {
        var name = new OptionName("vgpu_" + type.ToLowerInvariant(), "device_addresses");
        return node.Extra.Where(e => e.Name == name).Select(e => e.Value).ToArray() switch
        {
            [] => [],
            [Known text] when !OptionText.HasReference(text.Value) => [.. text.Value.Split(',').Select(a => new Known(a.Trim(), text.Origin)).Where(a => a.Value.Length > 0)],
            _ => null,
        };
    }
}
