namespace ConfigSdk.Rules.Images;

/// <summary>A SCSI controller to which no disk is attached.</summary>
internal sealed class ScsiModelUnused : GuestRule
{
    private static readonly string[] s_otherBuses = ["hw_cdrom_bus", "hw_rescue_bus"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3022", "SCSI controller without disks",
        "hw_scsi_model = {0} gives guests a controller, but their disks are on the bus {1}. Set hw_disk_bus to scsi too, or leave out hw_scsi_model.",
        Consequence.Notable, "hw_scsi_model chooses the controller alone; hw_disk_bus chooses where the disks are, and is virtio where nothing is said.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var (model, bus) = (image.Property("hw_scsi_model"), image.Property("hw_disk_bus"));
        var others = s_otherBuses.Select(image.Property).ToArray();

        // With os_distro, nova may ask libosinfo for the bus. A controller that QEMU does not have is NOVA3023.
        if (model.Text is { } text && (bus.IsUnset ? image.Property("os_distro").IsUnset : bus.Text is { } b && b != "scsi")
            && others.All(o => o.IsUnset || (o.Text is { } other && other != "scsi")) && guests.All(g => g.UsesQemu && g.TextOf("hw_scsi_model") is not (null or "buslogic") && g.IsX86))
        {
            yield return Found(model, text, bus.Text ?? "virtio").With([.. Origins([bus])]).OfferToSet("HwDiskBus", "HwDiskBus.Scsi");
        }
    }
}
