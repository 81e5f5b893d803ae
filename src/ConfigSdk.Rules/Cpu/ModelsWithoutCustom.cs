using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>CPU models beside a mode that takes none.</summary>
internal sealed class ModelsWithoutCustom : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1002", "CPU models without mode custom",
        "CPU models are named, but [libvirt] cpu_mode is {0}; with {1}, {2}. Set Libvirt.CpuMode to CpuMode.Custom, or leave out Libvirt.CpuModels.",
        Consequence.Refused, "Named models belong to the mode custom. nova refuses them beside every other mode, an unset one included.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        var release = cpu.Target.Release;
        var isNotCustom = cpu.Mode.IsUnset || cpu.Mode.Text is not (null or "custom");
        // A mode that the virt type cannot have is NOVA1005's; without it these models would still be wrong.
        if (!isNotCustom || !KnownItems.Any(cpu.Models) || CpuModeOnOtherHypervisor.IsFoundIn(cpu))
        {
            yield break;
        }

        var isIgnored = release?.IsAtLeast("20.0.0") == false && (cpu.Mode.Text == "none" || cpu.Node.HasNoGuestCpu());
        var isUncertain = release is null && (cpu.Mode.Text == "none" || cpu.VirtType is null);
        var outcome = isIgnored ? "the models are silently ignored" : isUncertain ? "they are refused or ignored" : CpuOutcome.OfCombination(release);
        yield return Found(cpu.Models, cpu.Mode.Text ?? "not set", Phrases.Nova(release), outcome)
            .With(cpu.Mode)
            .OfferToRemove("CpuModels").OfferToSet("CpuMode", "CpuMode.Custom");
    }
}
