namespace ConfigSdk.Rules.Images;

/// <summary>Stateless firmware without UEFI: 30 and 31 refuse the guest, 34 passes over the property. Which of them 32 and 33 do is not certain.</summary>
/// <param name="isRefused">Whether the rule is about nodes that all refuse it.</param>
internal abstract class StatelessFirmwareRule(bool isRefused) : GuestRule
{
    protected sealed override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var firmware = image.Property("hw_firmware_type");

        // Encrypted guests are refused without UEFI (NOVA3028).
        if ((firmware.IsUnset || firmware.Text == "bios") && guests.All(g => g.UsesQemu && g.IsOn("hw_firmware_stateless") == true && g.IsOn("hw_mem_encryption") == false)
            && guests.All(g => !g.IsAtLeast("32.0.0")) == isRefused)
        {
            yield return Found(image.Property("hw_firmware_stateless"), Nova(guests)).With(Origins([firmware])).OfferToSet("HwFirmwareType", "HwFirmwareType.Uefi");
        }
    }
}
