using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>No directory for the guests' disks.</summary>
internal sealed class InstancesPathEmpty : LibvirtRule
{
    private static readonly OptionName s_path = new("DEFAULT", "instances_path");

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7026", "No directory for guests",
        "[DEFAULT] instances_path is empty; " + Outcome.NoReport + ". Leave it out, for state_path's instances, or name a directory.",
        Consequence.Refused, "nova keeps what belongs to a guest below this directory, and asks how much room there is in it.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        // Of disks that are elsewhere the room is asked elsewhere.
        if (node.Target.Release?.IsAtLeast("22.0.0") == true && node.ImagesType() is not (null or "lvm" or "rbd") && node.Option(s_path.Group, s_path.Option) is Known { Value: "" } path)
        {
            yield return Found(path).With(node.Option("libvirt", "images_type")).OfferToRemove("InstancesPath");
        }
    }
}
