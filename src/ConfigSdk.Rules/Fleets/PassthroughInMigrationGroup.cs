namespace ConfigSdk.Rules.Fleets;

/// <summary>The host's own CPU for guests that are to move to other hosts.</summary>
internal sealed class PassthroughInMigrationGroup : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6002", "Host passthrough in a migration group",
        "[libvirt] cpu_mode is host-passthrough, but guests are to migrate between the {0} nodes of group '{1}', which are not declared to have the same CPU; a guest moves only to a host with exactly the same CPU, microcode and kernel. Use a named model that all can run, or declare each node's Host.Cpu.",
        Consequence.Harmful, "With host-passthrough a guest sees the very CPU of its host. nova compares CPUs only when a guest is to move, and other hosts may be refused or crash it.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from g in fleet.MigrationGroups
        where !g.MayHaveOneCpu
        // One finding for a mode that many nodes share.
        from mode in MigrationGroup.Distinct(g.Nodes.Where(Passes).Select(n => n.Option("libvirt", "cpu_mode")))
        select Found(mode, g.Nodes.Count, g.Name).With(g.Memberships);

    /// <summary>Whether the node's guests certainly see its own CPU.</summary>
    public static bool Passes(NodeFacts node) => node.Option("libvirt", "cpu_mode").Text == "host-passthrough" && node.VirtType() is "kvm" or "qemu";
}
