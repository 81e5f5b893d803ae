namespace ConfigSdk.Rules.Images;

/// <summary>Encrypted memory for guests that are not made for it.</summary>
internal sealed class EncryptedMemoryRefused : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3028", "Encrypted memory that guests cannot have",
        "{0} asks for encrypted memory, but {1}: {2} refuses every guest of the image. {3}",
        Consequence.Refused, "AMD SEV and Intel TDX need guests with UEFI and the machine type q35. SEV-SNP and TDX need stateless firmware besides, and TDX a guest without a video device.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        if (!guests.All(g => g.IsOn("hw_mem_encryption") == true))
        {
            yield break;
        }

        var value = image.Property("hw_mem_encryption");
        var (firmware, model) = (image.Property("hw_firmware_type"), image.Property("hw_mem_encryption_model"));
        if (firmware.IsUnset || firmware.Text == "bios")
        {
            yield return Found(value, "hw_mem_encryption", "hw_firmware_type is not uefi", Nova(guests), "Set hw_firmware_type to uefi.")
                .With(Origins([firmware])).OfferToSet("HwFirmwareType", "HwFirmwareType.Uefi");
        }
        else if (guests.All(g => g.IsOtherMachineThan("q35")))
        {
            yield return Found(value, "hw_mem_encryption", $"guests get the {MachineTypes(guests)}", Nova(guests), "Set hw_machine_type to q35.")
                .With(Origins(guests.Select(g => g.MachineType))).OfferToSet("HwMachineType", "MachineType.Q35");
        }
        else if (model.Text is "amd-sev-snp" or "intel-tdx" && guests.All(g => g.IsAtLeast("34.0.0")))
        {
            if (DeclaredProperties.IsTrue(image.Property("hw_firmware_stateless")) == false)
            {
                yield return Found(model, $"hw_mem_encryption_model = {model.Text}", "hw_firmware_stateless is not true", Nova(guests), "Set hw_firmware_stateless to true.")
                    .OfferToSet("HwFirmwareStateless", "true");
            }
            else if (model.Text == "intel-tdx" && (image.Property("hw_video_model").IsUnset || image.Property("hw_video_model").Text is { } video && video != "none"))
            {
                yield return Found(model, "hw_mem_encryption_model = intel-tdx", "guests get a video device", Nova(guests), "Set hw_video_model to none.")
                    .With(Origins([image.Property("hw_video_model")])).OfferToSet("HwVideoModel", "HwVideoModel.None");
            }
        }
    }
}
