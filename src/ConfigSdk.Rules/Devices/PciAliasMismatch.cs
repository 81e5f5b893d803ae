using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Devices;

/// <summary>Aliases of one name that cannot stand for each other.</summary>
internal sealed class PciAliasMismatch : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4038", "PCI aliases of one name that do not match",
        "Aliases of the name '{0}' are alternatives and must have the same {1}, but {2}; {3}",
        Consequence.Refused, "A flavor that asks for an alias gets a device of any alias of that name. nova wants all of them to have a device_type, the same one, and the same numa_policy.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var release = node.Target.Release;
        var readable = PciAliases.Of(node).Where(a => a["name"] is { Kind: JsonKind.String } && !PciAliases.Flaws(a, release).Any());
        foreach (var same in readable.GroupBy(a => a["name"]!.Text.Trim(), StringComparer.Ordinal))
        {
            var first = same.First();
            foreach (var other in same.Skip(1))
            {
                var (what, difference) = Difference(first, other);
                if (difference is not null)
                {
                    yield return Found(other.At, same.Key, what, difference, PciAliases.Outcome(node)).With(first.At);
                }
            }
        }
    }

    private static (string What, string? Difference) Difference(DeclaredJson first, DeclaredJson other)
    {
        var (type, otherType) = (first["device_type"], other["device_type"]);
        return (Policy(first), Policy(other)) is ({ } policy, { } otherPolicy) && policy != otherPolicy ? ("numa_policy", $"one has {policy} and one {otherPolicy}")
            : type is null || otherType is null ? ("device_type", "one has none")
            : ("device_type", type.Kind is null || otherType.Kind is null || type.Text == otherType.Text ? null : $"one has {type.Text} and one {otherType.Text}");
    }

    private static string? Policy(DeclaredJson alias) => alias["numa_policy"] switch
    {
        null => "legacy",
        { Kind: null } => null,
        var policy => policy.Text,
    };
}
