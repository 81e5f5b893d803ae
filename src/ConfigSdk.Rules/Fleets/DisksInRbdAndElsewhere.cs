using ConfigSdk.Rules.Storage;

namespace ConfigSdk.Rules.Fleets;

/// <summary>Local disks in Ceph on some nodes between which guests move, and elsewhere on others.</summary>
internal sealed class DisksInRbdAndElsewhere : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6020", "Disks in rbd on a part of a migration group",
        "[libvirt] images_type is rbd here and {0} on other nodes of migration group '{1}'; nova takes local disks in Ceph as shared only where both nodes keep theirs there, and refuses to move a guest that has one, or tries to copy the disk. Give the group one images_type.",
        Consequence.Harmful, "Before a move the two nodes compare their images_type. Only rbd on both sides counts as storage that is shared.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from g in fleet.MigrationGroups
        let other = g.Nodes.FirstOrDefault(n => n.KeepsDisksElsewhere("rbd"))
        where other is not null
        from type in MigrationGroup.Distinct(g.Nodes.Where(n => n.ImagesType() == "rbd").Select(n => n.Option("libvirt", "images_type")))
        select Found(type, other.ImagesType()!, g.Name).With([other.Option("libvirt", "images_type"), .. g.Memberships]);
}
