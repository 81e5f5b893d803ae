namespace ConfigSdk.Rules.Images;

/// <summary>Stateless firmware without UEFI, where every node refuses it.</summary>
internal sealed class StatelessFirmwareRefused() : StatelessFirmwareRule(isRefused: true)
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3043", "Stateless firmware that is refused",
        "hw_firmware_stateless without hw_firmware_type = uefi: {0} refuses it, so every guest of the image would fail to start. Set hw_firmware_type to uefi, or leave out hw_firmware_stateless.",
        Consequence.Refused, "nova looks at the property hw_firmware_type itself here, so that even guests that get UEFI without it are no exception.")
    {
        Fixes = RuleFixes.Setting,
    };
}
