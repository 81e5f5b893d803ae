using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.CpuSets;

/// <summary>The old set of CPUs beside the one that took its place.</summary>
internal sealed class PinSetBesideDedicated : CpuSetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4002", "Pin set beside dedicated CPUs",
        "[DEFAULT] vcpu_pin_set and [compute] cpu_dedicated_set are both set; {0}. Leave out Default.VcpuPinSet, and name the CPUs of other guests in Compute.CpuSharedSet.",
        Consequence.Refused, "vcpu_pin_set is of the time when a node's CPUs were one set; nova does not take it together with the sets that replaced it.")
    {
        Fixes = RuleFixes.Setting,
    };

    public static bool IsFoundIn(NodeCpuSets sets) => sets.Pinned.IsSet == true && sets.Dedicated.IsSet == true;

    protected override IEnumerable<Finding> Judge(NodeCpuSets sets) =>
        IsFoundIn(sets) ? [Found(sets.Pinned.Value, Outcome.NoStart).With(sets.Dedicated.Value).OfferToRemove("VcpuPinSet")] : [];
}
