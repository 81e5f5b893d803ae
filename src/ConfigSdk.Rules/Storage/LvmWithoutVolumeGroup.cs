using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>Disks in LVM, but in no volume group.</summary>
internal sealed class LvmWithoutVolumeGroup : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7005", "Disks in LVM without a volume group",
        "[libvirt] images_type is lvm, but images_volume_group names no volume group; {0}, and {1}. Name it in Libvirt.ImagesVolumeGroup.",
        Consequence.Refused, "nova makes each disk a logical volume of the group, and reports the group's size as the node's disk.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.ImagesType() == "lvm" && node.Option("libvirt", "images_volume_group") is Unset or Known { Value: "" })
        {
            yield return Found(node.Option("libvirt", "images_type"), Outcome.NoReport, Outcome.NoLocalDisks).With(node.Option("libvirt", "images_volume_group"));
        }
    }
}
