using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A source of guests' serial numbers that old releases check by themselves.</summary>
internal sealed class SerialSourceRefused : LibvirtRule
{
    private static readonly string[] s_sources = ["none", "os", "hardware", "auto"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4050", "Source of serial numbers that is refused",
        "[libvirt] sysinfo_serial = '{0}' is not accepted by {1}, which takes {2}; " + Outcome.NoStart + "{3}",
        Consequence.Refused, "The option has a closed set of values since 12.0.0. Before, the libvirt driver looks while it starts.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        node.Sets("libvirt", "sysinfo_serial") && !node.Target.Release!.IsAtLeast("12.0.0") && node.TextOf("libvirt", "sysinfo_serial") is { } source && !s_sources.Contains(source)
            ? [Found(node.Option("libvirt", "sysinfo_serial"), source, node.Target.Release.DisplayName, Phrases.OneOf(s_sources), Phrases.DidYouMean(Spelling.Nearest(source, s_sources)))
                .ReplaceBy(Spelling.Nearest(source, s_sources))]
            : [];
}
