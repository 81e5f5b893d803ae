using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>Half of what a guest's disk needs to log in to Ceph.</summary>
internal sealed class RbdCredentialsIncomplete : LibvirtRule
{
    private static readonly string[] s_options = ["rbd_user", "rbd_secret_uuid"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7004", "Half of the credentials for Ceph",
        "[libvirt] {0} is set, but {1} is not, and images_type is rbd; {2}. Set both, or leave out both.",
        Consequence.Refused, "The disk of a guest names a Ceph user and the libvirt secret that holds the user's key. With one of the two nova cannot write the disk's definition.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.ImagesType() != "rbd")
        {
            yield break;
        }

        foreach (var option in s_options)
        {
            var missing = s_options.Single(o => o != option);
            if (node.Option("libvirt", option) is Known { Value.Length: > 0 } set && node.Option("libvirt", missing) is Unset)
            {
                yield return Found(set, option, missing, Outcome.NoLocalDisks).With(node.Option("libvirt", "images_type"));
            }
        }
    }
}
