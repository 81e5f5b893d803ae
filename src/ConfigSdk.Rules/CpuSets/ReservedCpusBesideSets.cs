using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.CpuSets;

/// <summary>CPUs that are kept for the host by their number beside sets that name the guests' ones.</summary>
internal sealed class ReservedCpusBesideSets : CpuSetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4004", "Reserved CPUs beside sets of CPUs",
        "[DEFAULT] reserved_host_cpus is {0} beside {1}; {2}. Leave out Default.ReservedHostCpus: CPUs that no set names are the host's.",
        Consequence.Refused, "The sets already say which CPUs guests do not get, and nova takes no second word on it.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(NodeCpuSets sets)
    {
        var reserved = sets.Node.Option("DEFAULT", "reserved_host_cpus");
        // Whether vcpu_pin_set is set or not, nova refuses a dedicated set here: with it, for NOVA4002's reason.
        var set = PinSetBesideDedicated.IsFoundIn(sets) ? null
            : sets.Dedicated.IsSet == true ? sets.Dedicated
            : sets.Pinned.IsSet == false && sets.Shared.IsSet == true ? sets.Shared
            : null;
        if (set is not null && reserved.IsSet && sets.Node.NumberOf("DEFAULT", "reserved_host_cpus") > 0)
        {
            yield return Found(reserved, reserved.Text!, set.Name.ToString(), Outcome.NoStart).With(set.Value).OfferToRemove("ReservedHostCpus");
        }
    }
}
