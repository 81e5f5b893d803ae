using ConfigSdk.Rules.Cpu;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A virt type that nova's developers do not test.</summary>
internal sealed class UntestedVirtType : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1026", "Virt type that is deprecated or untested",
        "{0} logs a warning about virt_type {1}: {2}",
        Consequence.Notable, "Of libvirt's hypervisors only kvm and qemu are tested with nova. The others were warned of as untested, and are deprecated since 22.0.0.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        // Containers without user namespaces are NOVA1027's; beside a CPU mode, which is NOVA1005's, the virt type itself may be the slip.
        if (!ContainersAsRoot.MayBeFoundIn(node) && !CpuModeOnOtherHypervisor.IsFoundIn(GuestCpu.Of(node)) && node.Target.Release is { } release && node.HasNoGuestCpu() && node.Option("libvirt", "virt_type") is Known { Value: var type } declared)
        {
            yield return Found(declared, release.DisplayName, type, release.IsAtLeast("22.0.0")
                ? "it is deprecated, and a later release will be without it" : "the OpenStack project does not test it");
        }
    }
}
