using System.Globalization;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A scheduling priority that Linux does not have.</summary>
internal sealed class RealtimePriorityOutOfRange : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4048", "Realtime priority out of range",
        "[libvirt] realtime_scheduler_priority = {0} is no priority of Linux' SCHED_FIFO, which has 1 to 99; nova does not look, and " + Outcome.SomeGuests,
        Consequence.Refused, "The virtual CPUs of realtime guests get this priority from libvirt, which asks the kernel for it.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        node.Sets("libvirt", "realtime_scheduler_priority")
        && int.TryParse(node.TextOf("libvirt", "realtime_scheduler_priority"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var priority) && priority is < 1 or > 99
            ? [Found(node.Option("libvirt", "realtime_scheduler_priority"), priority)]
            : [];
}
