using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A device that is named by its network interface, on a node that tells Placement of its devices.</summary>
internal sealed class PciSpecNameInPlacement : NodeRule
{
    private static readonly OptionName s_report = new("pci", "report_in_placement");

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4066", "PCI device in Placement named by its interface",
        "A value of [pci] device_spec has the devname '{0}', and report_in_placement is on; " + Outcome.NoStart + ". Write the device's address in place of devname.",
        Consequence.Refused, "nova tells Placement of devices by their PCI addresses, and does not look for the address of an interface then.");

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from spec in node.Target.Release?.IsAtLeast("26.0.0") == true && node.IsOn(s_report.Group, s_report.Option) == true ? PciSpecs.Objects(node) : []
        let name = spec["devname"]
        where name?.IsTruthy == true && !PciSpecAddressAndName.IsNamedTwice(spec)
        select Found(name.At, name.Text).With(node.Option(s_report.Group, s_report.Option));
}
