using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Storage;

/// <summary>Disks in Ceph beside images that are left as they are, in the releases that do not refuse it.</summary>
internal sealed class RbdOfAnyImage : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7002", "Disks in rbd with whatever bytes an image has",
        "[DEFAULT] force_raw_images is off and [libvirt] images_type is rbd; {0} then writes an image to Ceph as it is, so that a guest of one that is not raw finds no system on its disk. Leave out Default.ForceRawImages.",
        Consequence.Harmful, "A disk in Ceph is raw to the guest. An image of another format that nobody converted is no disk but noise.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release is { } release && !release.IsAtLeast("20.0.0") && RbdWithoutRawImages.IsFoundIn(node))
        {
            yield return Found(node.Option("DEFAULT", "force_raw_images"), release.DisplayName)
                .With(node.Option("libvirt", "images_type")).OfferToRemove("ForceRawImages");
        }
    }
}
