using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>Memory in files that is overcommitted, or may be because nothing says that it is not.</summary>
internal sealed class FileBackedOvercommit : FileBackedRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4012", "File-backed memory without ratio 1.0",
        "[libvirt] file_backed_memory needs a [DEFAULT] ram_allocation_ratio of 1.0, and it is {0}; {1}. Set Default.RamAllocationRatio to 1.0.",
        Consequence.Refused, "A guest's whole memory file is allocated when it starts, so that nothing can be overcommitted. nova's own default is another than 1.0, so that the ratio has to be written.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(NodeFacts node, PartialValue declared, double size, Release release)
    {
        var ratio = node.Option("DEFAULT", "ram_allocation_ratio");
        var isUnset = ratio.IsUnset && node.Effective("DEFAULT", "ram_allocation_ratio").IsUnset;
        if (!FileBackedOnOtherHypervisor.IsFoundIn(node) && (isUnset || node.NumberOf("DEFAULT", "ram_allocation_ratio") is not (null or 1)))
        {
            yield return Found(ratio.IsSet ? ratio : declared, ratio.Text ?? "not set", Outcome.NoStart)
                .With(ratio.IsSet ? declared : ratio)
                .OfferToSet(new OptionName("DEFAULT", "ram_allocation_ratio"), "1.0");
        }
    }
}
