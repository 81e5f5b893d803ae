using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>An entry of reserved huge pages that nova cannot read.</summary>
internal sealed class ReservedPagesRefused : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4017", "Reserved huge pages that are refused",
        "'{0}' of [DEFAULT] reserved_huge_pages {1}; {2}. An entry has the keys node, size and count.",
        Consequence.Refused, "An entry names a NUMA node, a page size and the number of pages of that size that guests do not get.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        ReservedPages.Of(node).Where(e => e.Flaw is not null).Select(e => Found(e.Declared, e.Declared.Value, e.Flaw!, Outcome.NoStart));
}
