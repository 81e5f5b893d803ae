using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.CpuSets;

/// <summary>A text that is no set of CPUs to nova, or an empty one.</summary>
internal sealed class CpuSetRefused : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4001", "Set of CPUs that is refused",
        "{0} = '{1}' is no set of CPUs: {2}; {3}{4}",
        Consequence.Refused, "A set of CPUs is made of numbers and ranges, and of such behind a ^ that are excluded. At least one CPU has to be left.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var sets = NodeCpuSets.Of(node);
        return from option in new[] { sets.Pinned, sets.Shared, sets.Dedicated }
               let refused = option.Refused
               where refused is not null
               select Found(option.Value, option.Name.ToString(), option.Value.Text!, refused.Flaw!, WhatHappens(node, option), Phrases.DidYouMean(refused.Suggestion))
                   .ReplaceBy(refused.Suggestion);
    }

    // Before 20.0.0 the set of all guests was read when the node's resources were counted, and the set for emulator threads with each guest that has a NUMA topology.
    private static string WhatHappens(NodeFacts node, CpuSetOption option) =>
        node.Target.Release!.IsAtLeast("20.0.0") ? Outcome.NoStart : option.Name.Option == "vcpu_pin_set" ? Outcome.NoReport : Outcome.SomeGuests;
}
