namespace ConfigSdk.Rules.CpuSets;

/// <summary>A node that takes only guests with CPUs of their own, or only such without.</summary>
internal sealed class OneKindOfCpus : CpuSetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4006", "Node for one kind of guests",
        "{0} is set and {1} is not: the node offers no {2}, so that guests {3} CPUs of their own are never placed on it. Where both kinds are wanted, set {4}.",
        Consequence.Notable, "As soon as one of the two sets is there, nova offers only the kinds of CPUs that a set names.");

    protected override IEnumerable<Finding> Judge(NodeCpuSets sets)
    {
        if (sets.Pinned.IsSet != false)
        {
            yield break;
        }

        if (sets.Shared.IsSet == true && sets.Dedicated.IsSet == false)
        {
            yield return Found(sets.Shared.Value, sets.Shared.Name.ToString(), sets.Dedicated.Name.ToString(), "PCPU", "with", OptionSetting.MemberNameOf(sets.Dedicated.Name));
        }

        if (sets.Dedicated.IsSet == true && sets.Shared.IsSet == false)
        {
            yield return Found(sets.Dedicated.Value, sets.Dedicated.Name.ToString(), sets.Shared.Name.ToString(), "VCPU", "without", OptionSetting.MemberNameOf(sets.Shared.Name));
        }
    }
}
