namespace ConfigSdk.Rules.Images;

/// <summary>Guests of another architecture than the nodes'.</summary>
internal sealed class EmulatedGuests : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3036", "Guests of another architecture",
        "hw_emulation_architecture = {0}, and the nodes are {1}: guests are emulated instruction by instruction, without KVM and without the nodes' CPU mode, models and flags",
        Consequence.Notable, "For a guest of another architecture nova makes the domain one of QEMU alone and chooses the CPU itself.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("hw_emulation_architecture");
        if (value.Text is { } && guests.All(g => g.UsesQemu && g.TextOf("hw_emulation_architecture") is { } guest && g.Node.Target.Architecture is { } host && guest != host && !(guest == "i686" && host == "x86_64")))
        {
            yield return Found(value, value.Text!, Wording.Phrases.OneOf([.. guests.Select(g => g.Node.Target.Architecture!).Distinct()]));
        }
    }
}
