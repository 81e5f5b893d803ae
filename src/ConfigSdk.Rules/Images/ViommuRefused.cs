namespace ConfigSdk.Rules.Images;

/// <summary>A virtual IOMMU that a guest cannot have.</summary>
internal sealed class ViommuRefused : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3031", "Virtual IOMMU that guests cannot have",
        "hw_viommu_model = {0}: {1}, so every guest of the image would fail to start. {2}",
        Consequence.Refused, "QEMU has virtual IOMMUs with q35 on x86 and with virt on AArch64, and for each of the two a model of its own besides virtio.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("hw_viommu_model");
        if (value.Text is not { } model || !guests.All(g => g.UsesQemu && g.Property("hw_viommu_model").IsSet))
        {
            yield break;
        }

        if (ReasonOnEach(guests, g => OfMachine(g) ?? OfModel(g, model)) is { } reason)
        {
            var needsQ35 = guests.All(g => g.IsX86 && OfMachine(g) is not null);
            var finding = Found(value, model, reason, needsQ35 ? "Set hw_machine_type to q35." : "Choose another model or machine type, or leave it out.").With(Origins(guests.Select(g => g.MachineType)));
            yield return needsQ35 ? finding.OfferToSet("HwMachineType", "MachineType.Q35") : finding;
        }
    }

    private static string? OfMachine(GuestFacts guest) => guest.Architecture switch
    {
        null => null,
        "x86_64" or "i686" => guest.IsOtherMachineThan("q35") ? $"{guest.Release.DisplayName} grants one on x86 to q35 alone, and guests get the machine type {guest.MachineType.Text}" : null,
        "aarch64" => guest.IsOtherMachineThan("virt") ? $"{guest.Release.DisplayName} grants one on aarch64 to virt alone, and guests get the machine type {guest.MachineType.Text}" : null,
        var other => $"{guest.Release.DisplayName} grants none on {other}",
    };

    // The flavor's hw:viommu_model goes before the image's; libvirt sees the model only where it says nothing.
    private static string? OfModel(GuestFacts guest, string model) => (guest.Architecture, model) switch
    {
        ("x86_64" or "i686", "smmuv3") => "libvirt has this model on ARM alone",
        ("aarch64", "intel") => "libvirt has this model with q35 on x86 alone",
        _ => null,
    };
}
