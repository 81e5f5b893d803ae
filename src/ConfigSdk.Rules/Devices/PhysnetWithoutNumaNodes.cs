using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A physical network of which nobody says at which NUMA nodes it is.</summary>
internal sealed class PhysnetWithoutNumaNodes : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4063", "Physical network without NUMA nodes",
        "'{0}' is in [neutron] physnets, but [neutron_physnet_{0}] numa_nodes is not set; " + Outcome.NoReport + ". Set it through Nova.Extra, or leave the network out of Neutron.Physnets.",
        Consequence.Refused, "The only use of physnets is to say at which NUMA nodes a network's cards are. nova asks for each when it counts its resources.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        from network in node.Sets("neutron", "physnets") && node.VirtType() is "kvm" or "qemu" && node.Target.Architecture is "x86_64" or "i686" or "aarch64"
            ? KnownItems.Of(node.Option("neutron", "physnets"))
            : []
        where network.Value.Length > 0 && !Options.OptionText.HasReference(network.Value) && Sections.Items(node, "neutron_physnet_", network.Value, "numa_nodes") is { Count: 0 }
        select Found(network, network.Value);
}
