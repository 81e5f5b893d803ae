namespace ConfigSdk.Rules.Images;

/// <summary>A VHD, over whose name nova and qemu-img disagree.</summary>
internal sealed class VhdRefused : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3039", "VHD image that fails inspection",
        "Disk format vhd: {0} inspects images and then compares their format with what qemu-img says, which is vpc for a VHD, so it starts no guest from one. Convert the image with qemu-img to qcow2 or raw.",
        Consequence.Refused, "nova and Glance call the format vhd, QEMU calls it vpc, and nova takes only images on whose format both agree. The workaround disable_deep_image_inspection turns the comparison off.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        if (image.DiskFormat.Text == "vhd" && guests.All(g => g.UsesQemu && g.IsAtLeast("30.0.0") && g.Node.IsOn("workarounds", "disable_deep_image_inspection") == false))
        {
            yield return Found(image.DiskFormat, Nova(guests));
        }
    }
}
