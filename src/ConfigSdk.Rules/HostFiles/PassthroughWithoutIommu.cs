using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>PCI devices for guests of a host that has no IOMMU at work.</summary>
internal sealed class PassthroughWithoutIommu : HostRule
{
    // A device of a network may also reach its guest by macvtap, which needs no IOMMU.
    private static readonly Regex s_ofNetwork = new("\"physical_network\"", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2018", "PCI devices for guests without an IOMMU",
        "The host's kernel runs without IOMMU, and [pci] device_spec offers guests its devices; nova-compute would start and offer them, and the start of each guest that gets one would fail. Boot with intel_iommu=on on Intel, or without amd_iommu=off on AMD, and say so in Host.Kernel, or leave the devices out.",
        Consequence.Harmful, "libvirt passes a device to a guest by VFIO, which needs the IOMMU to keep the device to the guest's memory: host doesn't support passthrough of host PCI devices.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var iommu = node.Host(ModelNames.Kernel, ModelNames.Iommu);
        if (iommu.Text == "false" && !node.MayUseOtherDriver() && node.Sets("pci", "device_spec")
            && KnownItems.Of(node.Option("pci", "device_spec")).FirstOrDefault(d => !s_ofNetwork.IsMatch(d.Value)) is { } device)
        {
            yield return Found(device).With(iommu);
        }
    }
}
