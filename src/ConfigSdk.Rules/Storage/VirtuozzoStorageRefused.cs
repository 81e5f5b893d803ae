using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>Options that the driver of volumes in Virtuozzo Storage refuses when it is made.</summary>
internal sealed class VirtuozzoStorageRefused : LibvirtRule
{
    private const string MountPoint = "vzstorage_mount_point_base";
    private const string MountOptions = "vzstorage_mount_opts";

    // What nova gives to pstorage-mount itself, of options of their own.
    private static readonly HashSet<string> s_ownOptions = new(StringComparer.Ordinal) { "-c", "-l", "-C", "-u", "-g", "-m" };

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7027", "Virtuozzo Storage's driver refuses it",
        "[libvirt] {0} {1}, which the driver of volumes in Virtuozzo Storage refuses; {2}. Leave it out.",
        Consequence.Refused, "The driver of volumes in Virtuozzo Storage looks at its options when it is made: up to nova 22 when nova-compute starts, whether there are such volumes or not; since 26 when the first one is attached.")
    {
        Fixes = RuleFixes.Setting | RuleFixes.Items,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release is not { } release || !release.IsAtLeast("22.0.0"))
        {
            yield break;
        }

        var outcome = release.IsAtLeast("26.0.0") ? Outcome.NoVolume : release.IsAtLeast("23.0.0") ? $"{Outcome.NoStart}, or {Outcome.NoVolume}" : Outcome.NoStart;
        if (node.Option("libvirt", MountPoint) is Known { Value: "" } path)
        {
            yield return Found(path, MountPoint, "is empty", outcome).OfferToRemove(CSharpNames.Pascal(MountPoint));
        }

        foreach (var item in KnownItems.Of(node.Option("libvirt", MountOptions)).Where(i => s_ownOptions.Contains(i.Value)))
        {
            yield return Found(item, MountOptions, $"has '{item.Value}'", outcome).OfferToRemoveItem();
        }
    }
}
