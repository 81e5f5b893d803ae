namespace ConfigSdk.Rules.Images;

/// <summary>A VMDK where nodes allow none.</summary>
internal sealed class VmdkRefused : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3038", "VMDK image that nodes do not allow",
        "Disk format vmdk: [compute] vmdk_allowed_types is empty on every node, so {0} starts no guest from it. Convert the image to qcow2 or raw, or allow types of it.",
        Consequence.Refused, "VMDK files can name other files of the host. nova takes those whose type is in vmdk_allowed_types, and with an empty list none.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        if (image.DiskFormat.Text == "vmdk" && guests.All(g => g.UsesQemu && g.IsAtLeast("27.0.0") && g.Node.ItemsOf("compute", "vmdk_allowed_types") is { Count: 0 }))
        {
            yield return Found(image.DiskFormat, Nova(guests)).With(Origins(guests.Select(g => g.Node.Option("compute", "vmdk_allowed_types"))));
        }
    }
}
