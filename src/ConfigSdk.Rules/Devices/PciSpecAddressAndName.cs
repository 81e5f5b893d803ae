namespace ConfigSdk.Rules.Devices;

/// <summary>A device that is named twice.</summary>
internal sealed class PciSpecAddressAndName : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4031", "PCI device named by address and by interface",
        "A value of [pci] device_spec has both an address and the devname '{0}'; {1}. Keep one of the two.",
        Consequence.Refused, "nova takes a device's PCI address or the name of its network interface, from which it finds the address by itself.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from spec in PciSpecs.Objects(node)
        where node.Target.Release?.IsAtLeast("2014.2") != false && IsNamedTwice(spec)
        let name = spec["devname"]!
        select Removing(Found(name.At, name.Text, PciSpecs.Outcome(node)).With(spec["address"]!.At), name.At != spec.At);

    /// <summary>nova does not get to read the address of such a device.</summary>
    public static bool IsNamedTwice(DeclaredJson spec) => spec["devname"]?.IsTruthy == true && spec["address"]?.IsTruthy == true;

    private static Finding Removing(Finding finding, bool isProperty) => isProperty ? finding.OfferToRemove("Devname") : finding;
}
