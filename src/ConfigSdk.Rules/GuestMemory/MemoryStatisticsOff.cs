using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>Guests that nobody asks how they use their memory.</summary>
internal sealed class MemoryStatisticsOff : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4019", "No statistics of guests' memory",
        "[libvirt] mem_stats_period_seconds is {0}: guests are not asked how they use their memory, so that metrics have no figures of it. Leave out Libvirt.MemStatsPeriodSeconds for one answer every 10 seconds.",
        Consequence.Notable, "A period above 0 makes QEMU ask the balloon driver in each guest; any other switches that off.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var period = node.Option("libvirt", "mem_stats_period_seconds");
        if (node.Sets("libvirt", "mem_stats_period_seconds") && node.NumberOf("libvirt", "mem_stats_period_seconds") <= 0 && !MemoryStatisticsIgnored.IsFoundIn(node))
        {
            yield return Found(period, period.Text!).OfferToRemove("MemStatsPeriodSeconds");
        }
    }
}
