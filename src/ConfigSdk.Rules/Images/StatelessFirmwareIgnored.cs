namespace ConfigSdk.Rules.Images;

/// <summary>Stateless firmware without UEFI.</summary>
internal sealed class StatelessFirmwareIgnored : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3027", "Stateless firmware without UEFI",
        "hw_firmware_stateless has no effect: {0} heeds it only beside hw_firmware_type = uefi, and logs no more than a warning. Set hw_firmware_type to uefi, or leave out hw_firmware_stateless.",
        Consequence.Harmful, "nova looks at the property hw_firmware_type itself here, so that even guests that get UEFI without it are no exception.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var firmware = image.Property("hw_firmware_type");

        // Encrypted guests are refused without UEFI (NOVA3028).
        if ((firmware.IsUnset || firmware.Text == "bios") && guests.All(g => g.IsOn("hw_firmware_stateless") == true && g.IsOn("hw_mem_encryption") == false))
        {
            yield return Found(image.Property("hw_firmware_stateless"), Nova(guests)).With(Origins([firmware])).OfferToSet("HwFirmwareType", "HwFirmwareType.Uefi");
        }
    }
}
