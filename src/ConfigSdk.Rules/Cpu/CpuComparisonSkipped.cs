namespace ConfigSdk.Rules.Cpu;

/// <summary>Comparisons of CPUs that are switched off.</summary>
internal sealed class CpuComparisonSkipped : GuestCpuRule
{
    private const string Group = "workarounds";

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1019", "CPU comparison switched off",
        "[workarounds] {0} is on: {1}",
        Consequence.Notable, "nova compares the configured CPU with the host when it starts, and a guest's CPU with the host that it migrates to. Either comparison can be switched off.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        const string AtStart = "skip_cpu_compare_at_startup";
        if (IsOn(cpu, AtStart) && cpu.IsCustom)
        {
            yield return Found(cpu.Node.Option(Group, AtStart), AtStart, "a model or flag that libvirt does not know or the host lacks is no longer found when nova-compute starts, but fails every guest that gets it")
                .OfferToRemove("SkipCpuCompareAtStartup");
        }

        const string OnDestination = "skip_cpu_compare_on_dest";
        if (IsOn(cpu, OnDestination) && cpu.VirtType == "kvm")
        {
            yield return Found(cpu.Node.Option(Group, OnDestination), OnDestination, "nova no longer looks whether this host can run a guest's CPU before the guest migrates here, and a guest that needs more than the host has may crash after the move")
                .OfferToRemove("SkipCpuCompareOnDest");
        }
    }

    private static bool IsOn(GuestCpu cpu, string option) => cpu.Node.Sets(Group, option) && cpu.Node.IsOn(Group, option) == true;
}
