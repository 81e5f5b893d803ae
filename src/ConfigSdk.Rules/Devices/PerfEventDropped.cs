using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A performance event that guests would not be measured by.</summary>
internal sealed class PerfEventDropped : LibvirtRule
{
    // libvirt's since 3.3.0; the newest that was looked at is 12.8.0.
    private static readonly string[] s_events =
    [
        "cmt", "mbmt", "mbml", "cpu_cycles", "instructions", "cache_references", "cache_misses", "branch_instructions", "branch_misses", "bus_cycles",
        "stalled_cycles_frontend", "stalled_cycles_backend", "ref_cpu_cycles", "cpu_clock", "task_clock", "page_faults", "context_switches", "cpu_migrations",
        "page_faults_min", "page_faults_maj", "alignment_faults", "emulation_faults",
    ];

    private static readonly string[] s_goneFromLinux = ["cmt", "mbmt", "mbml"];
    private static readonly Version s_newest = new(12, 8, 0);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4049", "Performance event that is dropped",
        "'{0}' in [libvirt] enabled_perf_events is {1}; nova would log a warning and not measure it{2}",
        Consequence.Harmful, "nova takes the events that libvirt has by name. Intel's cache monitoring is no event of Linux since 4.14, and nova drops it since 22.0.0.")
    {
        Fixes = RuleFixes.Text | RuleFixes.Items,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        foreach (var item in node.Sets("libvirt", "enabled_perf_events") ? KnownItems.Of(node.Option("libvirt", "enabled_perf_events")) : [])
        {
            if (OptionText.HasReference(item.Value) || OptionText.ItemFlaw(item.Value) is not null)
            {
                continue;
            }

            if (!s_events.Contains(item.Value, StringComparer.OrdinalIgnoreCase) && node.Target.Libvirt is { } libvirt && libvirt <= s_newest)
            {
                var near = Spelling.Nearest(item.Value, s_events);
                yield return Found(item, item.Value, "no event of libvirt's", Phrases.DidYouMean(near)).ReplaceBy(near).OfferToRemoveItem();
            }
            else if (s_goneFromLinux.Contains(item.Value) && node.Target.Release!.IsAtLeast("22.0.0"))
            {
                yield return Found(item, item.Value, "no event of Linux any more", "").OfferToRemoveItem();
            }
        }
    }
}
