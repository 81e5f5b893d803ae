using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>Disks in Ceph beside images that are left as they are.</summary>
internal sealed class RbdWithoutRawImages : LibvirtRule
{
    private const string Before = "guests of images that are not raw would find no system on their disks";

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7001", "Disks in rbd without raw images",
        "[DEFAULT] force_raw_images is off, but [libvirt] images_type is rbd, which takes raw images alone; with {0}, {1}. Leave out Default.ForceRawImages, or choose another Libvirt.ImagesType.",
        Consequence.Refused, "A disk in Ceph has the very bytes of its image. nova refuses since 20.0.0 to keep disks there unless it may convert images to raw.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var release = node.Target.Release;
        if (release?.IsAtLeast("20.0.0") != false && IsFoundIn(node))
        {
            yield return Found(node.Option("DEFAULT", "force_raw_images"), Phrases.Nova(release), Outcome.NoStartSince(release, "20.0.0", Before))
                .With(node.Option("libvirt", "images_type")).OfferToRemove("ForceRawImages");
        }
    }

    /// <summary>Whether the node keeps disks in Ceph and leaves images as they are.</summary>
    public static bool IsFoundIn(NodeFacts node) => node.ImagesType() == "rbd" && node.IsOn("DEFAULT", "force_raw_images") == false;
}
