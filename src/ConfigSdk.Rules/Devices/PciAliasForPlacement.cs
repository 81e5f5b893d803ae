using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>An alias by which the scheduler could not find a device.</summary>
internal sealed class PciAliasForPlacement : NodeRule
{
    private static readonly OptionName s_inPlacement = new("filter_scheduler", "pci_in_placement");

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4039", "PCI alias that names no devices",
        "The PCI alias '{0}' {1}; " + Outcome.NoStart + "{2}",
        Consequence.Refused, "Without [filter_scheduler] pci_in_placement nova looks for devices by vendor and product, with it by one resource class for each alias. nova checks that when it starts.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Release?.IsAtLeast("32.0.0") != true || node.IsOn(s_inPlacement.Group, s_inPlacement.Option) is not { } isInPlacement)
        {
            yield break;
        }

        var switched = node.Option(s_inPlacement.Group, s_inPlacement.Option);
        var readable = PciAliases.Of(node).Where(a => a["name"] is { Kind: JsonKind.String } && !PciAliases.Flaws(a, node.Target.Release).Any()).ToArray();
        foreach (var alias in readable)
        {
            if ((alias["vendor_id"] is null || alias["product_id"] is null) && !(isInPlacement && alias["resource_class"] is not null))
            {
                yield return Found(
                    alias.At, alias["name"]!.Text, isInPlacement ? "has neither vendor_id and product_id nor a resource_class" : "lacks vendor_id or product_id",
                    isInPlacement ? ". Add the ids, or the class." : ". Add the ids.").With(switched);
            }
        }

        foreach (var same in isInPlacement ? readable.GroupBy(a => a["name"]!.Text.Trim(), StringComparer.Ordinal) : [])
        {
            foreach (var other in same.Skip(1))
            {
                yield return Found(
                    other.At, same.Key, "stands there more than once, which pci_in_placement does not allow", ". Give all its devices one resource_class in device_spec, and ask for that.").With(same.First().At, switched);
            }
        }
    }
}
