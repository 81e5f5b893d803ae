namespace ConfigSdk.Rules.Images;

/// <summary>Required secure boot on a machine type that cannot have it.</summary>
internal sealed class SecureBootRefused : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3025", "Secure boot without q35",
        "os_secure_boot is required, but guests get the {0}: on x86_64 {1} grants secure boot to q35 alone, so every guest of the image would fail to start. Set hw_machine_type to q35.",
        Consequence.Refused, "Secure boot on x86_64 needs System Management Mode, which QEMU has with q35. nova refuses other machine types since 23.0.0.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("os_secure_boot");
        if (value.Text == "required" && guests.All(g => g.UsesQemu && g.IsAtLeast("23.0.0") && g.Architecture == "x86_64" && g.Firmware == "uefi" && g.IsOtherMachineThan("q35")))
        {
            yield return Found(value, MachineTypes(guests), Nova(guests)).With(Origins(guests.Select(g => g.MachineType))).OfferToSet("HwMachineType", "MachineType.Q35");
        }
    }
}
