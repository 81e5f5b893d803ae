namespace ConfigSdk.Rules.Images;

/// <summary>UEFI for an architecture without a machine type.</summary>
internal sealed class UefiWithoutMachineType : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3026", "UEFI without a machine type",
        "hw_firmware_type is uefi, but {0} has no machine type of its own for {1} and none is set: it refuses UEFI there, so every guest of the image would fail to start. Set hw_machine_type.",
        Consequence.Refused, "Firmware goes with an architecture and a machine type. For architectures of which nova has no default machine type it refuses UEFI unless one is set.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        if (guests.All(g => g.UsesQemu && g.IsAtLeast("23.0.0") && g.TextOf("hw_firmware_type") == "uefi" && g.MachineType.IsUnset))
        {
            yield return Found(image.Property("hw_firmware_type"), Nova(guests), guests.First().HardwareArchitecture!);
        }
    }
}
