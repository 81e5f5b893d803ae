using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>Multipath that must be there and is not asked for.</summary>
internal sealed class MultipathEnforcedNotUsed : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7015", "Multipath enforced but not used",
        "[libvirt] volume_enforce_multipath is on, but volume_use_multipath is off; with {0}, {1}. Set Libvirt.VolumeUseMultipath too, or leave out Libvirt.VolumeEnforceMultipath.",
        Consequence.Refused, "To enforce multipath is to refuse volumes that have one path. nova refuses to start where it would not look for a second one.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release?.IsAtLeast("31.0.0") == true
            && node.IsOn("libvirt", "volume_enforce_multipath") == true && node.IsOn("libvirt", "volume_use_multipath") == false)
        {
            yield return Found(node.Option("libvirt", "volume_enforce_multipath"), node.Target.Release.DisplayName, Outcome.NoStart)
                .With(node.Option("libvirt", "volume_use_multipath")).OfferToSet("VolumeUseMultipath", "true");
        }
    }
}
