using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>Flags beside settings with which nova passes over them.</summary>
internal sealed class CpuFlagsIgnored : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1008", "CPU flags that are ignored",
        "[libvirt] cpu_model_extra_flags has no effect: {0}, and {1} ignores the flags. Choose another Libvirt.CpuMode, or leave out Libvirt.CpuModelExtraFlags.",
        Consequence.Harmful, "nova adds flags to the CPU that it gives a guest. Where it gives none, guests go without the flags, and nothing says so.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        // Before 15 there is no such option at all, which NOVA5002 says.
        if (cpu.WhyFlagsAreIgnored is { } why && KnownItems.Any(cpu.Flags) && cpu.Target.Release?.IsAtLeast("15.0.0") != false)
        {
            yield return Found(cpu.Flags, why, Phrases.Nova(cpu.Target.Release)).With(cpu.Mode).OfferToRemove("CpuModelExtraFlags");
        }
    }
}
