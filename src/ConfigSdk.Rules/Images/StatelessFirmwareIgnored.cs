namespace ConfigSdk.Rules.Images;

/// <summary>Stateless firmware without UEFI, where a node may pass over it.</summary>
internal sealed class StatelessFirmwareIgnored() : StatelessFirmwareRule(isRefused: false)
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3027", "Stateless firmware without UEFI",
        "hw_firmware_stateless has no effect: {0} heeds it only beside hw_firmware_type = uefi. Set hw_firmware_type to uefi, or leave out hw_firmware_stateless.",
        Consequence.Harmful, "nova looks at the property hw_firmware_type itself here, so that even guests that get UEFI without it are no exception.")
    {
        Fixes = RuleFixes.Setting,
    };
}
