using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Migration;

/// <summary>Two ways to encrypt a migration at once.</summary>
internal sealed class TunnelledAndNativeTls : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6004", "Tunnelled migration with native TLS",
        "[libvirt] live_migration_tunnelled and live_migration_with_native_tls are both on; with {0}, {1}. Leave out Libvirt.LiveMigrationTunnelled: TLS between the two QEMUs is the newer way.",
        Consequence.Refused, "A tunnelled migration goes through the libvirt daemons, one with native TLS from QEMU to QEMU. nova refuses to start with both.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release?.IsAtLeast("19.0.0") == true
            && node.IsOn("libvirt", "live_migration_tunnelled") == true && node.IsOn("libvirt", "live_migration_with_native_tls") == true)
        {
            yield return Found(node.Option("libvirt", "live_migration_tunnelled"), node.Target.Release.DisplayName, Outcome.NoStart)
                .With(node.Option("libvirt", "live_migration_with_native_tls")).OfferToRemove("LiveMigrationTunnelled");
        }
    }
}
