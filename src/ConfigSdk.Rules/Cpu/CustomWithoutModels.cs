using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>cpu_mode custom that names no model.</summary>
internal sealed class CustomWithoutModels : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1001", "CPU mode custom without a model",
        "[libvirt] cpu_mode is custom, but no CPU model is named; with {0}, {1}. Name models in Libvirt.CpuModels, or leave out Libvirt.CpuMode.",
        Consequence.Refused, "The mode custom gives guests the models that cpu_models names. nova refuses the mode when there is none.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        var release = cpu.Target.Release;
        // Up to 19 the text cpu_model with nothing behind it passes for a model.
        var isEmpty = cpu.Models is Sequence { IsOpen: false, Items.Count: 0 } && release?.IsAtLeast("20.0.0") == true;
        if (cpu.Mode.Text != "custom" || cpu.Node.HasNoGuestCpu() || !(cpu.Models.IsUnset || isEmpty))
        {
            yield break;
        }

        var finding = Found(cpu.Mode, Phrases.Nova(release), CpuOutcome.OfCombination(release))
            .With(cpu.Models).OfferToRemove("CpuMode");
        if (cpu.Node.Host(Rules.ModelNames.Cpu, Rules.ModelNames.Model).Text is { } host && cpu.Target.CpuMap?.Find(host) is { } model)
        {
            finding = finding.OfferToSet("CpuModels", $"[CpuModel.{CSharpNames.Pascal(model.Name)}]");
        }

        yield return finding;
    }
}
