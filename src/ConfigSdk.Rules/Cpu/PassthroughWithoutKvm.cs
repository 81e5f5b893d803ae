using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>The host's own CPU for guests that QEMU emulates.</summary>
internal sealed class PassthroughWithoutKvm : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1033", "CPU mode host-passthrough without KVM",
        "[libvirt] cpu_mode is host-passthrough beside virt_type qemu: libvirt gives guests the host's own CPU under KVM alone; {0}. Set Libvirt.CpuMode to host-model, or Libvirt.VirtType to kvm.",
        Consequence.Refused, "nova hands the mode to libvirt whatever the virt type is. QEMU without KVM emulates each instruction, and has no host's CPU to pass through.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (cpu.Mode.Text == "host-passthrough" && cpu.VirtType == "qemu")
        {
            yield return Found(cpu.Mode, Outcome.NoGuest).With(cpu.Node.Option("libvirt", "virt_type")).OfferToSet("CpuMode", "CpuMode.HostModel");
        }
    }
}
