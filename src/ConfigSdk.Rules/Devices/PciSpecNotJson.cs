using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A list of devices for guests that nova cannot read.</summary>
internal sealed class PciSpecNotJson : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4030", "PCI device specification that is not JSON objects",
        "'{0}' is not what [pci] device_spec takes, an object of JSON or a list of them: {1}; {2}",
        Consequence.Refused, "nova reads every value of device_spec as JSON and wants an object, or a list of objects, in it.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var takesListsOnly = node.Target.Release?.IsAtLeast("2014.2") == false;
        foreach (var value in PciSpecs.Values(node))
        {
            var why = value switch
            {
                { Flaw: { } flaw } => JsonWording.Why(value.At.Text!, flaw),
                { Kind: JsonKind.Object } when takesListsOnly => $"{node.Target.Release!.DisplayName} takes lists alone",
                { Kind: null or JsonKind.Object } => null,
                { Kind: JsonKind.Array } => value.Items.FirstOrDefault(i => i.Kind != JsonKind.Object) is { } item ? $"the list has {Name(item)}" : null,
                _ => $"it is {Name(value)}",
            };
            if (why is not null)
            {
                yield return Found(value.At, value.At.Text ?? "a device", why, PciSpecs.Outcome(node))
                    .ReplaceBy(value.Flaw is not null ? JsonWording.Repaired(value.At.Text!) : takesListsOnly && value.At.Text is { } one ? $"[{one}]" : null);
            }
        }
    }

    private static string Name(DeclaredJson value) => value.Kind switch
    {
        JsonKind.Array => "a list in it",
        JsonKind.String => $"the string \"{value.Text}\"",
        JsonKind.Null => "null",
        _ => value.Text,
    };
}
