namespace ConfigSdk.Rules.Images;

/// <summary>A SCSI controller that QEMU does not have.</summary>
internal sealed class ScsiModelRefused : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3023", "SCSI controller of another hypervisor",
        "hw_scsi_model = buslogic: nova accepts it, but QEMU has no such controller and libvirt refuses it, so every guest of the image would fail to start. Use virtio-scsi.",
        Consequence.Refused, "nova hands every model of its list to libvirt. BusLogic controllers are VMware's.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        if (guests.All(g => g.UsesQemu && g.TextOf("hw_scsi_model") == "buslogic"))
        {
            yield return Found(image.Property("hw_scsi_model")).ReplaceBy("virtio-scsi");
        }
    }
}
