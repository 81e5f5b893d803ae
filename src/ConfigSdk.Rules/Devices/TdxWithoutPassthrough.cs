using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>Slots for Intel TDX guests beside a CPU mode in which nova does not look for TDX.</summary>
internal sealed class TdxWithoutPassthrough : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4062", "Intel TDX without cpu_mode host-passthrough",
        "[libvirt] num_intel_tdx_guests offers Intel TDX, but nova looks for TDX only if cpu_mode is host-passthrough, and here it is {0}: no guest with TDX would ever come to the node. Set Libvirt.CpuMode to CpuMode.HostPassthrough.",
        Consequence.Harmful, "A guest with TDX sees the real CPU. nova wants the mode to be written down, and says nothing but a line for debugging if it is not.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        node.Sets("libvirt", "num_intel_tdx_guests") && node.NumberOf("libvirt", "num_intel_tdx_guests") > 0
        && node.Option("libvirt", "cpu_mode") is Unset or Known { Value: "host-model" or "custom" or "none" }
            ? [Found(node.Option("libvirt", "num_intel_tdx_guests"), node.Option("libvirt", "cpu_mode").Text ?? "unset").With(node.Option("libvirt", "cpu_mode")).OfferToSet("CpuMode", "CpuMode.HostPassthrough")]
            : [];
}
