using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Migration;

/// <summary>Ways to migrate that libvirt has no tunnel for.</summary>
internal sealed class TunnelledWithOtherStreams : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6005", "Tunnelled migration that libvirt refuses",
        "[libvirt] live_migration_tunnelled is on, and so {0}; libvirt refuses the two together, so that {1}. Leave out Libvirt.LiveMigrationTunnelled.",
        Consequence.Refused, "libvirt tunnels one stream in one direction. Post-copy and several connections need more, and libvirt refuses their flags beside the tunnel's.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.IsOn("libvirt", "live_migration_tunnelled") != true || node.VirtType() is not ("kvm" or "qemu"))
        {
            yield break;
        }

        // Where both are on, libvirt looks at the connections first.
        var (other, what) = node.NumberOf("libvirt", "live_migration_parallel_connections") > 1 && node.Sets("libvirt", "live_migration_parallel_connections")
            ? ("live_migration_parallel_connections", "are several connections (live_migration_parallel_connections)")
            : node.MigratesByPostCopy() == true ? ("live_migration_permit_post_copy", "is live_migration_permit_post_copy") : ("", "");
        if (other.Length > 0)
        {
            yield return Found(node.Option("libvirt", "live_migration_tunnelled"), what, Outcome.NoMigration)
                .With(node.Option("libvirt", other)).OfferToRemove("LiveMigrationTunnelled");
        }
    }
}
