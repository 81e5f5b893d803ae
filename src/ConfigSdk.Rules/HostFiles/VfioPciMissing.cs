using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>PCI devices that nobody binds to vfio-pci, on a host that does not load it.</summary>
internal sealed class VfioPciMissing : HostRule
{
    private static readonly Regex s_unmanaged = new(@"""managed""\s*:\s*""?(?:false|no|off|0|f|n)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2019", "Unmanaged PCI devices without vfio_pci",
        "[pci] device_spec has a device that libvirt is not to bind to vfio-pci (managed is false), and no module of VFIO is loaded at boot; unless something else loads and binds it, guests that get the device would fail to start. Add KernelModule.VfioPci with the device's ids.",
        Consequence.Notable, "For a managed device libvirt loads vfio-pci and binds the device by itself. For one that is not managed it expects to find it bound.")
    {
        Fixes = RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        // managed came with 31.0.0; before, nova passes over it and every device is managed.
        if (node.IsFinal && !node.MayUseOtherDriver() && node.Target.Release?.IsAtLeast("31.0.0") == true && AllKnown(node)
            && !Named(node).Any(m => m.Name.Contains("vfio")) && !UnknownKernelModule.HasDoubtfulName(node)
            && KnownItems.Of(node.Option("pci", "device_spec")).FirstOrDefault(d => s_unmanaged.IsMatch(d.Value)) is { } device)
        {
            yield return Found(node.Modules).With(device).OfferToAddItem("KernelModule.VfioPci");
        }
    }
}
