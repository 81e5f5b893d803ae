namespace ConfigSdk.Rules.Fleets;

/// <summary>Guests that move encrypted in one direction only.</summary>
internal sealed class NativeTlsDiffers() : SettingsOfGroupDiffer("libvirt", "live_migration_with_native_tls")
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6025", "Native TLS on a part of a migration group",
        "[libvirt] live_migration_with_native_tls is on here, but off on {1} of migration group '{0}': the node that a guest leaves decides, so that guests' memory leaves that one unencrypted. Set it on all nodes of the group.",
        Consequence.Harmful, "The source of a live migration chooses how it is done. Both ends need certificates, and only a source that asks for TLS uses them.");

    protected override bool MayJudge(NodeFacts node) => node.VirtType() is "kvm" or "qemu" && node.Target.Release?.IsAtLeast("19.0.0") == true;
}
