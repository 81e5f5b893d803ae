namespace ConfigSdk.Rules.Images;

/// <summary>Secure boot that is asked for in vain.</summary>
internal sealed class SecureBootWithoutUefi : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3024", "Secure boot that guests do not get",
        "os_secure_boot = {0} has no effect, and guests boot without it: {1}",
        Consequence.Harmful, "nova's libvirt driver looks at os_secure_boot since 23.0.0, and only where a guest's firmware is UEFI.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("os_secure_boot");
        if (value.Text is not ("required" or "optional"))
        {
            yield break;
        }

        if (ReasonOnEach(guests, Reason) is { } reason)
        {
            var finding = Found(value, value.Text!, reason);
            yield return image.Property("hw_firmware_type").IsUnset && guests.Any(g => g.IsAtLeast("23.0.0")) ? finding.OfferToSet("HwFirmwareType", "HwFirmwareType.Uefi") : finding;
        }
    }

    private static string? Reason(GuestFacts guest) =>
        guest.TextOf("os_secure_boot") is null ? null
        : !guest.IsAtLeast("23.0.0") ? $"the libvirt driver of {guest.Release.DisplayName} does not read it"
        : guest.UsesQemu && guest.Firmware is { } firmware && firmware != "uefi" ? "nova reads it only for guests with UEFI. Set hw_firmware_type to uefi."
        : null;
}
