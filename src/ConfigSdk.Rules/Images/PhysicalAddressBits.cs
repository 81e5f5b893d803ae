namespace ConfigSdk.Rules.Images;

/// <summary>Address bits beside a mode that takes the host's.</summary>
internal sealed class PhysicalAddressBits : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3032", "Address bits beside passthrough",
        "hw_maxphysaddr_bits cannot be set beside hw_maxphysaddr_mode = passthrough, which takes the host's: libvirt refuses the two together, so every guest of the image would fail to start. Leave out the bits, or emulate them.",
        Consequence.Refused, "nova hands mode and bits to libvirt as they are, and libvirt takes a number of bits only with the mode emulate.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var (mode, bits) = (image.Property("hw_maxphysaddr_mode"), image.Property("hw_maxphysaddr_bits"));
        if (mode.Text == "passthrough" && bits.Text is { } text && PropertyTexts.Integer(text) is > 0
            && guests.All(g => g.UsesQemu && g.Property("hw_maxphysaddr_mode").IsSet && g.Node.Target.Libvirt >= new Version(9, 0)))
        {
            yield return Found(bits).With(mode).OfferToRemove("HwMaxphysaddrBits").OfferToSet("HwMaxphysaddrMode", "HwMaxphysaddrMode.Emulate");
        }
    }
}
