using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Resources;

/// <summary>A limit of disks that leaves guests none.</summary>
internal sealed class NoDisksToAttach : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4024", "Guests without disks",
        "[compute] max_disk_devices_to_attach is 0, so that a guest may have no disk at all; {0}. Leave out Compute.MaxDiskDevicesToAttach, or write -1, for no limit.",
        Consequence.Refused, "The root disk counts, too. No limit is -1.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var limit = node.Option("compute", "max_disk_devices_to_attach");
        // Before 23.0.0 it is the libvirt driver that finds no place for the root disk.
        if (node.Sets("compute", "max_disk_devices_to_attach") && node.NumberOf("compute", "max_disk_devices_to_attach") == 0
            && (node.Target.Release!.IsAtLeast("23.0.0") || !node.MayUseOtherDriver()))
        {
            yield return Found(limit, Outcome.NoStartSince(node.Target.Release, "23.0.0")).OfferToRemove("MaxDiskDevicesToAttach");
        }
    }
}
