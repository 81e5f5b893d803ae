using ConfigSdk.Rules.CpuSets;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Pinned guests on every CPU of the host.</summary>
internal sealed class NoCpuForHost : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2027", "Every CPU of the host is for pinned guests",
        "cpu_dedicated_set has all {0} CPUs of the host; nova-compute, QEMU's own threads, interrupts and the rest of the host run on CPUs of pinned guests. Leave at least CPU 0 out.",
        Consequence.Notable, "nova pins guests to the CPUs of the set and keeps nothing for the host. Devices' interrupts and the kernel's own work fall to the first CPU.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (!node.MayUseOtherDriver() && node.Cpus() is var (count, at) && NodeCpuSets.Of(node).Dedicated is { Cpus: { IsEmpty: false } cpus } dedicated
            && cpus.Count == count && cpus.Last == count - 1)
        {
            yield return Found(dedicated.Value, count).With(at);
        }
    }
}
