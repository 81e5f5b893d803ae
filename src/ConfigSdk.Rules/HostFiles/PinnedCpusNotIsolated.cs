using ConfigSdk.Rules.CpuSets;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Pinned guests on CPUs of which only some are isolated.</summary>
internal sealed class PinnedCpusNotIsolated : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2025", "CPUs for pinned guests that are not isolated",
        "cpu_dedicated_set has the CPUs {0}, which are not among the isolated {1}; the host's own processes run on them beside pinned guests, and nova does not tell a guest's CPUs apart: it may get some of either kind. Isolate them too, or take them out of the set.",
        Consequence.Harmful, "The scheduler puts processes on every CPU that is not isolated, whatever is pinned there. nova takes the CPUs of a pinned guest from the set in any order.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        // CPUs that the host does not have are NOVA2024's.
        if (!node.MayUseOtherDriver() && node.IsolatedCpus() is var (isolated, at) && NodeCpuSets.Of(node).Dedicated is { Cpus: { } cpus } dedicated
            && (node.Cpus() is var (count, _) ? cpus.Below(count) : cpus).Without(isolated) is { IsEmpty: false } open)
        {
            yield return Found(dedicated.Value, open.ToShortText(), at.Text!).With(at);
        }
    }
}
