using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Devices;

/// <summary>
/// Sections of nova.conf that another option names: <c>[mdev_T]</c> for a type T of [devices] enabled_mdev_types, <c>[neutron_physnet_P]</c> for
/// a network P of [neutron] physnets. They are set through Nova.Extra. nova compares sections' names in lower case.
/// </summary>
internal static class Sections
{
    /// <summary>The section's option, as far as the declaration tells.</summary>
    public static PartialValue Option(NodeFacts node, string prefix, string name, string option) => node.Option((prefix + name).ToLowerInvariant(), option);

    /// <summary>The items of the section's list; null if they are not known.</summary>
    public static IReadOnlyList<Known>? Items(NodeFacts node, string prefix, string name, string option) => Option(node, prefix, name, option) switch
    {
        Unset => [],
        Sequence list => KnownItems.All(list) is { } items && !items.Any(i => OptionText.HasReference(i.Value)) ? [.. items.Where(i => i.Value.Length > 0)] : null,
        _ => null,
    };
}
