namespace ConfigSdk.Rules.Images;

/// <summary>USB ports that SPICE would redirect, on nodes without SPICE.</summary>
internal sealed class UsbRedirectionWithoutSpice : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3045", "Redirected USB ports without SPICE",
        "hw_redirected_usb_ports = {0}, but [spice] enabled is false on every node: libvirt refuses USB ports that SPICE would redirect in guests without SPICE, so every guest of the image would fail to start. Set Spice.Enabled on nodes, or leave the property out.",
        Consequence.Refused, "nova gives guests the ports whether they have a SPICE display or not, and SPICE is off unless it is switched on.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var ports = image.Property("hw_redirected_usb_ports");

        // Other numbers are refused before (NOVA3011).
        if (ports.Text is { } text && PropertyTexts.Integer(text) is >= 1 and <= 15
            && guests.All(g => g.UsesQemu && g.Property("hw_redirected_usb_ports").IsSet && g.Node.IsOn("spice", "enabled") == false))
        {
            yield return Found(ports, text).With(Origins(guests.Select(g => g.Node.Option("spice", "enabled")))).OfferToRemove("HwRedirectedUsbPorts");
        }
    }
}
