using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>Namespaces of persistent memory that nova cannot read, or that guests would get twice.</summary>
internal sealed class PmemNamespacesRefused : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4023", "Persistent memory that is refused",
        "'{0}' of [libvirt] pmem_namespaces {1}; {2}. An item is a label and the namespaces that it stands for, as in 128G:ns0|ns1.",
        Consequence.Refused, "Each namespace of the host's persistent memory belongs to one label, and one guest gets it.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (!node.Sets("libvirt", "pmem_namespaces"))
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in KnownItems.Of(node.Option("libvirt", "pmem_namespaces")).Where(i => OptionText.ItemFlaw(i.Value) is null && !OptionText.HasReference(i.Value)))
        {
            var colon = item.Value.IndexOf(':');
            var names = item.Value.Substring(colon + 1).Split('|');
            var flaw = colon < 0 ? "has no label"
                : names.Contains("") ? "has a namespace without a name"
                : names.FirstOrDefault(n => !seen.Add(n)) is { } again ? $"has namespace '{again}', which is there already"
                : null;
            if (flaw is not null)
            {
                yield return Found(item, item.Value, flaw, Outcome.NoStart);
            }
        }
    }
}
