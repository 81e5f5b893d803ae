using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>PCIe ports for guests that have no PCIe.</summary>
internal sealed class PciePortsIgnored() : OptionsWithoutEffect(
    "NOVA4055", "PCIe ports without a PCIe machine type",
    "Only the machine types q35, on x86_64, and virt, on aarch64, have PCIe root ports. nova makes none for other guests, whatever num_pcie_ports says.")
{
    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        if (node.NumberOf("libvirt", "num_pcie_ports") is not (> 0 and <= 28) || node.Target.Architecture is not { } host || MachineTypes.Effective(node, host) is not { } type)
        {
            yield break;
        }

        if (!MachineTypes.HasPcie(host, type))
        {
            var why = host is not ("x86_64" or "aarch64") ? $"on {host} nova makes no PCIe ports"
                : $"guests whose image names no machine type get {(type.Length == 0 ? "QEMU's default" : $"'{type}'")}, which has no PCIe ports";
            yield return new Ignored(
                new("libvirt", "num_pcie_ports"), why, host == "aarch64" ? "use the machine type 'aarch64=virt' in Libvirt.HwMachineType" : "use the machine type 'x86_64=q35' in Libvirt.HwMachineType",
                MachineTypes.For(node, host)?.Item ?? node.Option("libvirt", "hw_machine_type"));
        }
    }
}
