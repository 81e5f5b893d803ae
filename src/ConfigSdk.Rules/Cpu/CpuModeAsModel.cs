using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>The name of a CPU mode where a model's name belongs.</summary>
internal sealed class CpuModeAsModel : GuestCpuRule
{
    private static readonly HashSet<string> s_modes =
        new(["host-model", "host-passthrough", "custom", "none", "maximum"], StringComparer.OrdinalIgnoreCase);

    // Names of QEMU's own; on other architectures libvirt hands them through.
    private static readonly HashSet<string> s_qemuNames = new(["host", "max"], StringComparer.OrdinalIgnoreCase);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1004", "CPU mode used as a CPU model",
        "'{0}' is no CPU model but {1}; {2}. Write Libvirt.CpuMode = {3} and leave out Libvirt.CpuModels, or name a model.",
        Consequence.Refused, "host-model, host-passthrough and the like are modes. As a model's name nova and libvirt know none of them.");

    /// <summary>Whether the text names a mode, and no model.</summary>
    public static bool IsModeName(string text, TargetFacts target) =>
        s_modes.Contains(text) || (s_qemuNames.Contains(text) && target.CpuMap is { } map && map.FindInAnyCase(text) is null);

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (!cpu.MayBeCustom)
        {
            return [];
        }

        return cpu.ModelNames.Where(m => IsModeName(m.Value, cpu.Target)).Select(m => Found(
            m, m.Value,
            s_qemuNames.Contains(m.Value) ? "a name of QEMU's that libvirt does not take" : "a CPU mode",
            CpuOutcome.OfModelName(cpu.Node),
            m.Value.ToLowerInvariant() switch
            {
                "host-model" => "CpuMode.HostModel",
                "none" => "CpuMode.None",
                "custom" => "CpuMode.HostModel",
                _ => "CpuMode.HostPassthrough",
            }).With(cpu.Mode));
    }
}
