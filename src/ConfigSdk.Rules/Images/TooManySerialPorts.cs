namespace ConfigSdk.Rules.Images;

/// <summary>More serial ports than a guest can have.</summary>
internal sealed class TooManySerialPorts : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3035", "Too many serial ports",
        "hw_serial_port_count = {0}: with serial consoles {1} gives a guest at most 3, so every guest of the image would fail to start. Write 3 or fewer.",
        Consequence.Refused, "QEMU has four serial ports on x86, and nova keeps one of them for the console's log.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("hw_serial_port_count");
        if (value.Text is { } text && PropertyTexts.Integer(text) is > 3
            && guests.All(g => g.UsesQemu && g.IsAtLeast("14.0.0") && g.Node.IsOn("serial_console", "enabled") == true && g.Architecture is { } a && a is not ("s390" or "s390x")))
        {
            yield return Found(value, text, Nova(guests)).With(Origins(guests.Select(g => g.Node.Option("serial_console", "enabled")))).ReplaceBy("3");
        }
    }
}
