using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>Disks in Ceph, but in no pool.</summary>
internal sealed class RbdPoolEmpty : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7003", "Disks in rbd without a pool",
        "[libvirt] images_rbd_pool is empty, but images_type is rbd; {0}. Name the pool, or leave out Libvirt.ImagesRbdPool for the pool rbd.",
        Consequence.Refused, "nova asks for the pool before it makes a guest's disk, and gives up if there is none.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.ImagesType() == "rbd" && node.Option("libvirt", "images_rbd_pool") is Known { Value: "" } pool)
        {
            yield return Found(pool, Outcome.NoLocalDisks).With(node.Option("libvirt", "images_type")).OfferToRemove("ImagesRbdPool");
        }
    }
}
