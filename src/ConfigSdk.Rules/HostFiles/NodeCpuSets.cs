using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A node's sets of host CPUs.</summary>
internal static class NodeCpuSets
{
    private static readonly OptionName s_pinned = new("DEFAULT", "vcpu_pin_set");
    private static readonly OptionName s_dedicated = new("compute", "cpu_dedicated_set");
    private static readonly OptionName s_shared = new("compute", "cpu_shared_set");

    /// <summary>The CPUs of pinned guests, one guest's CPU on each.</summary>
    public static CpuSetSetting? Dedicated(NodeFacts node) => Of(node, s_dedicated);

    /// <summary>The CPUs that guests share; nova 18 and 19 keep only guests' emulators there.</summary>
    public static CpuSetSetting? Shared(NodeFacts node) => Of(node, s_shared);

    /// <summary>The sets by which nova counts its CPUs.</summary>
    public static IEnumerable<CpuSetSetting> Counted(NodeFacts node)
    {
        var pinned = node.Option(s_pinned.Group, s_pinned.Option);
        var dedicated = node.Option(s_dedicated.Group, s_dedicated.Option);
        var release = node.Target.Release;
        // With both nova-compute does not start, which is another rule's matter.
        CpuSetSetting?[] sets =
        [
            dedicated.IsUnset || release?.IsAtLeast("20.0.0") == false ? Of(node, s_pinned) : null,
            pinned.IsUnset ? Of(node, s_dedicated) : null,
            pinned.IsUnset && release?.IsAtLeast("20.0.0") == true ? Of(node, s_shared) : null,
        ];
        return sets.Where(s => s is not null)!;
    }

    private static CpuSetSetting? Of(NodeFacts node, OptionName option) =>
        node.Sets(option.Group, option.Option) && node.TextOf(option.Group, option.Option) is { } text && CpuSetForm.Parse(text) is { } cpus
            ? new CpuSetSetting(option, cpus, node.Option(option.Group, option.Option))
            : null;
}

/// <summary>A set of host CPUs that a node declares.</summary>
/// <param name="Option">The option.</param>
/// <param name="Cpus">The CPUs.</param>
/// <param name="At">The value.</param>
internal sealed record CpuSetSetting(OptionName Option, IReadOnlyCollection<int> Cpus, PartialValue At);
