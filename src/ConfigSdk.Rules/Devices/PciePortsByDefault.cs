using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>Guests with PCIe, and nothing said of their ports.</summary>
internal sealed class PciePortsByDefault : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4056", "PCIe machine type with the default ports",
        "Guests of the machine type '{0}' get few free PCIe ports from libvirt: volumes and network ports that are attached later may find none. Set Libvirt.NumPciePorts, to at most 28.",
        Consequence.Notable, "On a PCIe machine a device can only be plugged into a free root port. libvirt makes as many as the guest needs at its start and a spare one; nova adds those of num_pcie_ports, by default none.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        node.Target is { Release: { } release, Architecture: { } host } && release.IsAtLeast("18.0.0")
        && node.VirtType() is "kvm" or "qemu" && node.Option("libvirt", "num_pcie_ports").IsUnset
        && MachineTypes.For(node, host) is { } entry && MachineTypes.HasPcie(host, entry.Type)
            ? [Found(entry.Item, entry.Type).OfferToSet("NumPciePorts", "16")]
            : [];
}
