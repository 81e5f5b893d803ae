namespace ConfigSdk.Rules.Fleets;

/// <summary>A destination that does not look whether it can run the CPU that it is sent.</summary>
internal sealed class CpuComparisonSkipped : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6028", "Destination that takes any CPU",
        "[workarounds] skip_cpu_compare_on_dest is on, and guests with their host's own CPU (host-passthrough) come from other nodes of migration group '{0}', which are not declared to have the same CPU: nothing stops a guest that this host cannot run. Leave out Workarounds.SkipCpuCompareOnDest.",
        Consequence.Harmful, "For a guest with a named model libvirt itself compares once more. With host-passthrough nova's comparison is the only one.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from g in fleet.MigrationGroups
        where !g.MayHaveOneCpu
        from skips in MigrationGroup.Distinct(
            from node in g.Nodes
            where node.Sets("workarounds", "skip_cpu_compare_on_dest") && node.IsOn("workarounds", "skip_cpu_compare_on_dest") == true && node.VirtType() == "kvm"
                && g.Nodes.Any(other => other != node && PassthroughInMigrationGroup.Passes(other))
            select node.Option("workarounds", "skip_cpu_compare_on_dest"))
        select Found(skips, g.Name).With(g.Memberships).OfferToRemove("SkipCpuCompareOnDest");
}
