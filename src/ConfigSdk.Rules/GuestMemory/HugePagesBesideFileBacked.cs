using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>A node that has huge pages and gives guests none, for their memory lies in files.</summary>
internal sealed class HugePagesBesideFileBacked : FileBackedRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4016", "Huge pages beside file-backed memory",
        "[DEFAULT] reserved_huge_pages is set beside [libvirt] file_backed_memory: the node still offers memory in huge pages, but {0}. Use file-backed memory on nodes without huge pages.",
        Consequence.Notable, "A guest's memory lies in huge pages or in files. nova finds out only when it makes the guest.");

    protected override IEnumerable<Finding> Judge(NodeFacts node, PartialValue declared, double size, Release release)
    {
        var reserved = node.Option("DEFAULT", "reserved_huge_pages");
        if (KnownItems.Any(reserved) && !FileBackedOnOtherHypervisor.IsFoundIn(node))
        {
            yield return Found(reserved, Outcome.SomeGuests).With(declared);
        }
    }
}
