namespace ConfigSdk.Rules.Fleets;

/// <summary>Nodes of several QEMUs between which guests are to move.</summary>
internal sealed class QemusDiffer : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6022", "Several versions of QEMU in a migration group",
        "Nodes of migration group '{0}' have QEMU {1} and {2}; nova moves guests to the same version or a newer one, so that none can move back from {2} to {1}",
        Consequence.Notable, "nova's conductor compares the hypervisors' versions before a live migration, and refuses a destination that is older than the source.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from g in fleet.MigrationGroups
        let nodes = g.Nodes.Where(n => n.Target.Qemu is not null && n.VirtType() is "kvm" or "qemu").OrderBy(n => n.Target.Qemu).ToArray()
        where nodes.Length > 1 && nodes[0].Target.Qemu != nodes[nodes.Length - 1].Target.Qemu
        let newest = nodes[nodes.Length - 1].Target
        select Found(newest.Declared, g.Name, TargetFacts.Short(nodes[0].Target.Qemu!), TargetFacts.Short(newest.Qemu!)).With([nodes[0].Target.Declared, .. g.Memberships]);
}
