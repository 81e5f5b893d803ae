namespace ConfigSdk.Rules.Images;

/// <summary>A video model that QEMU does not have.</summary>
internal sealed class VideoModelRefused : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3021", "Video model of another hypervisor",
        "hw_video_model = {0}: nova accepts it, but libvirt has it for other hypervisors than QEMU, so every guest of the image would fail to start. Use virtio, or vga for guests without its driver.",
        Consequence.Refused, "nova hands every model of its list to libvirt, which refuses those that QEMU does not have. Nodes without VNC and SPICE add no video device at all.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("hw_video_model");
        if (guests.All(g => g.UsesQemu && g.HasDisplay == true && g.TextOf("hw_video_model") is "xen" or "gop"))
        {
            yield return Found(value, value.Text!).ReplaceBy(guests.All(g => g.IsAtLeast("20.0.0")) ? "virtio" : "vga");
        }
    }
}
