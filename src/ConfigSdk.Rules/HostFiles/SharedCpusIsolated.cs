using ConfigSdk.Rules.CpuSets;

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
        if (!node.MayUseOtherDriver() && node.IsolatedCpus() is var (isolated, at) && NodeCpuSets.Of(node).Shared is { Cpus: { } cpus } shared
            && cpus.Common(isolated) is { IsEmpty: false } both && cpus.Count > 1)
        {
            // On a single CPU there would be nothing to balance.
            yield return Found(shared.Value, both.ToShortText()).With(at);
        }
    }
}
