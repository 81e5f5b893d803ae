using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>Network cards of guests that are emulated hardware.</summary>
internal sealed class NoVirtioByDefault : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4065", "Network cards without virtio",
        "use_virtio_for_bridges is off: guests whose image names no network card get the hypervisor's default, an emulated one that is much slower. Leave out Libvirt.UseVirtioForBridges, and name another card in the images that need it.",
        Consequence.Notable, "The option decides about every network card, not only of bridges, unless an image has hw_vif_model.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        node.Sets("libvirt", "use_virtio_for_bridges") && node.IsOn("libvirt", "use_virtio_for_bridges") == false && node.VirtType() is "kvm" or "qemu"
            ? [Found(node.Option("libvirt", "use_virtio_for_bridges")).With(node.Option("libvirt", "virt_type")).OfferToRemove("UseVirtioForBridges")]
            : [];
}
