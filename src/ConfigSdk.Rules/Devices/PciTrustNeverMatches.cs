using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Devices;

/// <summary>A device's trust in a form that no port asks for.</summary>
internal sealed class PciTrustNeverMatches : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4036", "Trust of a PCI device that no port asks for",
        "trusted in [pci] device_spec is {0}, but ports ask for the string \"true\" or \"false\": no port that says whether it is trusted would ever get the device. Write \"{1}\" in quotes.",
        Consequence.Harmful, "nova compares the tag with what a port's binding profile says, as text and in any case. A truth value of JSON is no text, and equals none.");

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from spec in node.Target.Release?.IsAtLeast("18.0.0") == true ? PciSpecs.Objects(node) : []
        let trusted = spec["trusted"]
        where trusted?.Kind is not (null or JsonKind.Null) && !IsAskedFor(trusted)
        select Found(trusted.At, trusted.Kind == JsonKind.String ? $"\"{trusted.Text}\"" : trusted.Text, PciSpecs.IsOn(trusted) ? "true" : "false");

    private static bool IsAskedFor(DeclaredJson trusted) =>
        trusted.Kind == JsonKind.String && (trusted.Text.Equals("true", StringComparison.OrdinalIgnoreCase) || trusted.Text.Equals("false", StringComparison.OrdinalIgnoreCase));
}
