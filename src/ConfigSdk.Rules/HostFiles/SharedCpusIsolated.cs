using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Guests that share CPUs between which the kernel does not balance.</summary>
internal sealed class SharedCpusIsolated : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2026", "Shared CPUs that are isolated",
        "cpu_shared_set has the CPUs {0}, which are isolated; the kernel does not move threads between isolated CPUs, so guests would crowd on the CPU where they happen to start while others idle. Keep isolated CPUs in cpu_dedicated_set.",
        Consequence.Harmful, "Isolated CPUs are taken out of the scheduler's balancing. A thread that may run on several of them stays on the one it started on, however busy that is.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (!node.MayUseOtherDriver() && node.IsolatedCpus() is var (isolated, at) && NodeCpuSets.Shared(node) is { } shared
            && shared.Cpus.Intersect(isolated).ToArray() is { Length: > 0 } both && !IsOneCpu(shared))
        {
            yield return Found(shared.At, CpuNumbers.Of(both)).With(at);
        }
    }

    // On a single CPU there is nothing to balance.
    private static bool IsOneCpu(CpuSetSetting set) => set.Cpus.Count == 1;
}
