using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.CpuSets;

/// <summary>A set of shared CPUs that only emulator threads get, for the old option decides on the guests' CPUs.</summary>
internal sealed class SharedBesidePinSet : CpuSetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4005", "Shared CPUs beside a pin set",
        "[compute] cpu_shared_set says nothing of guests' CPUs here: beside [DEFAULT] vcpu_pin_set, {0} only runs emulator threads there, of guests that ask for it, and logs a warning. Leave out Default.VcpuPinSet, or Compute.CpuSharedSet.",
        Consequence.Harmful, "While vcpu_pin_set is set, it alone decides which CPUs guests get; the two sets are not even compared.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(NodeCpuSets sets)
    {
        if (sets.Pinned.IsSet == true && sets.Shared.IsSet == true && !PinSetBesideDedicated.IsFoundIn(sets))
        {
            yield return Found(sets.Shared.Value, Phrases.Nova(sets.Node.Target.Release)).With(sets.Pinned.Value).OfferToRemove("CpuSharedSet");
        }
    }
}
