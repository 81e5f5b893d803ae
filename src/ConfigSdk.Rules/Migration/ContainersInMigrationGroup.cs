using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Migration;

/// <summary>Guests that are to move and cannot.</summary>
internal sealed class ContainersInMigrationGroup : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6008", "Migration of guests that cannot move",
        "Guests are to migrate within group '{0}', but [libvirt] virt_type is {1}, for which nova has no address to migrate to; {2}. Leave out the node's MigrationGroup.",
        Consequence.Refused, "nova knows how to reach another host's libvirt for kvm and qemu, and for parallels. For containers it has no address, and libvirt no migration.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.MigrationGroup.Text is { Length: > 0 } group && node.VirtType() is "lxc" or "uml" && node.Option("libvirt", "live_migration_uri").IsUnset
            && node.Target.Release?.IsAtLeast("13.0.0") == true)
        {
            yield return Found(node.Option("libvirt", "virt_type"), node.MigrationGroup.Text!, node.VirtType()!, Outcome.NoMigration).With(node.MigrationGroup);
        }
    }
}
