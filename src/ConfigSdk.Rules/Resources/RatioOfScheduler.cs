using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Resources;

/// <summary>A ratio that only the scheduler reads.</summary>
internal sealed class RatioOfScheduler() : OptionsWithoutEffect(
    "NOVA4021", "Allocation ratio that only the scheduler reads",
    "In old releases the allocation ratios are the scheduler's, one for all nodes; a compute node has no say in them.")
{
    // The first release whose compute nodes read the ratio.
    private static readonly (string Option, string Since)[] s_ratios = [("cpu_allocation_ratio", "12.0.0"), ("ram_allocation_ratio", "12.0.0"), ("disk_allocation_ratio", "13.0.0")];

    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node) =>
        from ratio in s_ratios
        where node.Target.Release?.IsAtLeast(ratio.Since) == false
        select new Ignored(
            new("DEFAULT", ratio.Option), $"compute nodes read it since {Release.Parse(ratio.Since).DisplayName}, and nova-scheduler alone before", "set it where nova-scheduler runs",
            node.Target.Declared);
}
