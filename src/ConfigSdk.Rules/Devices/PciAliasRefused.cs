using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>An alias that nova cannot read.</summary>
internal sealed class PciAliasRefused : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4037", "PCI alias that is refused",
        "In [pci] alias, {0} {1}; {2}",
        Consequence.Refused, "nova reads every value of alias as one object of JSON and holds it against a schema: which keys there are, and which form each value has. One that fails makes all aliases unusable.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var alias in PciAliases.Of(node))
        {
            if (alias.Flaw is { } flaw)
            {
                yield return Found(alias.At, $"'{alias.At.Text}'", $"is no JSON: {JsonWording.Why(alias.At.Text!, flaw)}", PciAliases.Outcome(node))
                    .ReplaceBy(JsonWording.Repaired(alias.At.Text!));
            }

            foreach (var (at, part, what) in PciAliases.Flaws(alias, node.Target.Release))
            {
                yield return Found(at, part, what, PciAliases.Outcome(node));
            }
        }
    }
}
