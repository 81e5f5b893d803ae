namespace ConfigSdk.Rules.Cpu;

/// <summary>Guests that get whatever CPU QEMU takes by itself.</summary>
internal sealed class NoGuestCpuModel : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1017", "CPU mode none under KVM or QEMU",
        "[libvirt] cpu_mode is none, so guests get QEMU's own default CPU (on x86 qemu64, without AES, AVX or the fixes for Spectre). Leave out Libvirt.CpuMode for the host's CPU, or name a model.",
        Consequence.Notable, "With the mode none nova asks for no CPU model. QEMU's default is one that runs everywhere and can do little.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        // Models or flags beside it are NOVA1002's and NOVA1008's.
        if (cpu.Mode.Text == "none" && cpu.VirtType is "kvm" or "qemu" && !KnownItems.Any(cpu.Models) && !KnownItems.Any(cpu.Flags))
        {
            yield return Found(cpu.Mode).OfferToRemove("CpuMode");
        }
    }
}
