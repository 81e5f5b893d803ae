using ConfigSdk.Rules.CpuSets;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A CPU set with CPUs that the host does not have.</summary>
internal sealed class CpuSetBeyondHost : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2024", "CPU set with CPUs that the host does not have",
        "{0} names CPU {1}, and the host's {2} CPUs are 0 to {3}; {4}",
        Consequence.Harmful, "When nova-compute counts its CPUs it holds each set against those that are online. It cannot count with one that is not, logs an error every minute, and Placement gets no inventory.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Cpus() is not var (count, at) || node.MayUseOtherDriver())
        {
            yield break;
        }

        foreach (var set in NodeCpuSets.Of(node).Counted)
        {
            if (set.Cpus?.From(count) is { IsEmpty: false } beyond)
            {
                yield return Found(set.Value, set.Name.ToString(), beyond.First, count, count - 1, Outcome.NoReport).With(at);
            }
        }
    }
}
