using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A CPU mode on a virt type whose guests get no CPU model.</summary>
internal sealed class CpuModeOnOtherHypervisor : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1005", "CPU mode on a virt type that takes none",
        "[libvirt] cpu_mode is {0}, but guests of virt_type {1} take no CPU model; with {2}, {3}. Leave out Libvirt.CpuMode, or write CpuMode.None.",
        Consequence.Refused, "nova gives CPU models to guests of kvm and qemu alone. For any other virt type it refuses every mode but none.")
    {
        Fixes = RuleFixes.Setting,
    };

    public static bool IsFoundIn(GuestCpu cpu) => cpu.Mode.Text is "host-model" or "host-passthrough" or "custom" && cpu.Node.HasNoGuestCpu();

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (IsFoundIn(cpu))
        {
            yield return Found(cpu.Mode, cpu.Mode.Text!, cpu.VirtType!, Phrases.Nova(cpu.Target.Release), CpuOutcome.OfCombination(cpu.Target.Release))
                .With(cpu.Node.Option("libvirt", "virt_type")).OfferToRemove("CpuMode");
        }
    }
}
