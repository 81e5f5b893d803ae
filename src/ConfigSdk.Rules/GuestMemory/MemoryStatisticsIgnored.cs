using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>A period of memory statistics for guests that have no balloon.</summary>
internal sealed class MemoryStatisticsIgnored() : OptionsWithoutEffect(
    "NOVA4020", "Memory statistics that nobody takes",
    "nova gives guests of QEMU a memory balloon, which tells the statistics, and of Xen while it had that. Other guests have none.")
{
    public static bool IsFoundIn(NodeFacts node) => node.VirtType() is "lxc" or "uml" or "parallels";

    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        if (IsFoundIn(node))
        {
            yield return new(
                new("libvirt", "mem_stats_period_seconds"), $"[libvirt] virt_type is {node.VirtType()}, whose guests have no memory balloon", "choose another Libvirt.VirtType",
                node.Option("libvirt", "virt_type"));
        }
    }
}
