using ConfigSdk.Rules.CpuSets;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Resources;

/// <summary>An overcommit of CPUs on a node whose CPUs all are dedicated.</summary>
internal sealed class CpuRatioWithoutVcpus() : OptionsWithoutEffect(
    "NOVA4007", "CPU allocation ratio without shared CPUs",
    "The ratio is one of VCPUs. A node that has only a dedicated set offers PCPUs alone, and of these one for each CPU.")
{
    private static readonly string[] s_ratios = ["cpu_allocation_ratio", "initial_cpu_allocation_ratio"];

    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        var sets = NodeCpuSets.Of(node);
        if (node.Target.Release?.IsAtLeast("20.0.0") != true || sets.Pinned.IsSet != false || sets.Shared.IsSet != false || sets.Dedicated.IsSet != true)
        {
            yield break;
        }

        // 1 is what a dedicated CPU has anyway, and 0 says no ratio at all.
        foreach (var ratio in s_ratios.Where(r => node.NumberOf("DEFAULT", r) is not (null or 0 or 1)))
        {
            yield return new(new("DEFAULT", ratio), $"{sets.Dedicated.Name} alone makes every CPU of guests a PCPU, and a PCPU goes to one guest", "name CPUs in Compute.CpuSharedSet", sets.Dedicated.Value);
        }
    }
}
