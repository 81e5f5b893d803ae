using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A value that releases without lists of choices take, and then have no code for.</summary>
internal sealed class ValueOfLaterRelease : LibvirtRule
{
    // Up to 2015.1 these options take any text. The release is the first that knows the value.
    private static readonly (string Option, string Value, string Since, string Outcome)[] s_values =
    [
        ("virt_type", "parallels", "2015.1.0", Outcome.NoGuest),
        ("images_type", "ploop", "2015.1.0", Outcome.NoGuest),
        ("images_type", "flat", "14.0.0", Outcome.NoGuest),
        ("sysinfo_serial", "unique", "19.0.0", Outcome.NoStart),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1031", "Value of a later release",
        "[libvirt] {0} cannot be '{1}' in {2}, which takes the text and knows no such value; {3}. The value is first in {4}.",
        Consequence.Refused, "Until nova 12.0.0 options like virt_type and images_type took any text, and nova found out later that it has no code for it.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        // Since 12.0.0 the options have choices, which NOVA5001 knows.
        node.Target.Release is not { } release || release.IsAtLeast("12.0.0") ? []
            : from value in s_values
              where node.Sets("libvirt", value.Option) && node.Option("libvirt", value.Option).Text == value.Value && !release.IsAtLeast(value.Since)
              select Found(node.Option("libvirt", value.Option), value.Option, value.Value, release.DisplayName, value.Outcome, Release.Parse(value.Since).DisplayName);
}
