using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Storage;

/// <summary>A format for snapshots that are made inside Ceph, where they have none.</summary>
internal sealed class SnapshotFormatNotOfRbd : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7016", "Snapshot format for disks in rbd",
        "[libvirt] snapshot_image_format is {0}, but images_type is rbd: {1} clones the disk inside Ceph, which stays raw, and tells Glance that the image is {0}, so that no node can clone a guest's disk from it. Leave out Libvirt.SnapshotImageFormat.",
        Consequence.Harmful, "A snapshot of a disk in Ceph is a clone that Glance is told of. nova writes the wished format into the image's record all the same.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release is { } release && release.IsAtLeast("14.0.0") && node.ImagesType() == "rbd"
            && node.Option("libvirt", "snapshot_image_format") is Known { Value: "qcow2" or "vmdk" or "vdi" } format)
        {
            yield return Found(format, format.Value, release.DisplayName).With(node.Option("libvirt", "images_type")).OfferToRemove("SnapshotImageFormat");
        }
    }
}
