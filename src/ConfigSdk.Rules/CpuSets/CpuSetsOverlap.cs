using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.CpuSets;

/// <summary>CPUs that are dedicated and shared at once.</summary>
internal sealed class CpuSetsOverlap : CpuSetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4003", "CPUs that are both shared and dedicated",
        "CPU {0} is in [compute] cpu_shared_set and in [compute] cpu_dedicated_set; {1}. Name each CPU in one of them.",
        Consequence.Refused, "A CPU serves either guests that share it or one guest that has it alone.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(NodeCpuSets sets)
    {
        // Beside vcpu_pin_set nova does not compare them, for it refuses the dedicated set before (NOVA4002).
        if (sets.Pinned.IsSet != true && sets.Shared.Cpus is { } shared && sets.Dedicated.Cpus is { } dedicated && shared.Common(dedicated) is { IsEmpty: false } both)
        {
            yield return Found(sets.Shared.Value, both.ToString(), Outcome.NoStart)
                .With(sets.Dedicated.Value)
                .ReplaceBy(shared.Without(dedicated) is { IsEmpty: false } rest ? rest.ToString() : null);
        }
    }
}
