namespace ConfigSdk.Rules.Images;

/// <summary>An image that cannot be cloned in Ceph.</summary>
internal sealed class ImageNotRawOnRbd : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3040", "Image that cannot be cloned in Ceph",
        "Disk format {0}: the nodes keep disks in Ceph, which clones raw images alone; this one is downloaded to each node, converted and uploaded again. Convert it to raw before it goes to Glance.",
        Consequence.Notable, "With images_type rbd a guest's disk is a clone of the image in a moment, if the image is raw and in the same Ceph cluster. Others take the long way.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        if (image.DiskFormat.Text is "qcow2" or "vmdk" or "vdi" or "vhdx" && guests.All(g => g.UsesQemu && g.Node.TextOf("libvirt", "images_type") == "rbd"))
        {
            yield return Found(image.DiskFormat, image.DiskFormat.Text!).With(Origins(guests.Select(g => g.Node.Option("libvirt", "images_type"))));
        }
    }
}
