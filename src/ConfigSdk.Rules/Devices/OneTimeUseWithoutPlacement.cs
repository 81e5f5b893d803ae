using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>Devices that are to be kept back after their first guest, on a node that does not tell Placement of them.</summary>
internal sealed class OneTimeUseWithoutPlacement : NodeRule
{
    private static readonly OptionName s_report = new("pci", "report_in_placement");

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4033", "One-time-use device without Placement",
        "one_time_use is on in [pci] device_spec, but report_in_placement is not; " + Outcome.NoStart + ". Set Pci.ReportInPlacement to true, or leave out one_time_use.",
        Consequence.Refused, "A device that was used once stays reserved in Placement, which has to know of it.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from spec in node.Target.Release?.IsAtLeast("32.0.0") == true && node.IsOn(s_report.Group, s_report.Option) == false ? PciSpecs.Objects(node) : []
        let tag = spec["one_time_use"]
        where PciSpecs.IsOn(tag)
        select Found(tag.At).With(node.Option(s_report.Group, s_report.Option)).OfferToSet(s_report, "true");
}
