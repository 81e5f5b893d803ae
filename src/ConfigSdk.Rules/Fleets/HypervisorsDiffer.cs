using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Fleets;

/// <summary>Nodes of several hypervisors between which guests are to move.</summary>
internal sealed class HypervisorsDiffer : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6021", "Several hypervisors in a migration group",
        "[libvirt] virt_type is {0} here and {1} on other nodes of migration group '{2}', which is another hypervisor; between the two, {3}. Give each hypervisor a group of its own.",
        Consequence.Refused, "nova's conductor compares the two nodes' hypervisors before it asks either of them, and refuses the move if they differ.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from g in fleet.MigrationGroups
        let machine = g.Nodes.FirstOrDefault(n => n.VirtType() is "kvm" or "qemu")
        where machine is not null
        // Guests of other kinds do not move at all, whatever the group.
        from type in MigrationGroup.Distinct(g.Nodes.Where(n => n.VirtType() is "xen" or "parallels").Select(n => n.Option("libvirt", "virt_type")))
        select Found(type, type.Text!, machine.VirtType()!, g.Name, Outcome.NoMigration).With(g.Memberships);
}
