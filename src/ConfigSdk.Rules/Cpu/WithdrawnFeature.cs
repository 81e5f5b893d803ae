using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A model with a feature that newer CPUs of its kind no longer have.</summary>
internal sealed class WithdrawnFeature : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1032", "CPU model with a withdrawn feature",
        "CPU model '{0}' of {1} needs {2}, which newer CPUs do not have and later versions of libvirt have taken out of the model; where the host lacks it, nova-compute does not start under KVM. Add {3} to Libvirt.CpuModelExtraFlags.",
        Consequence.Notable, "libvirt takes features out of models that vendors have withdrawn. Its older versions still ask the host for them.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        // Features can be switched off since 23.0.0.
        if (!cpu.IsCustom || cpu.VirtType != "kvm" || !KnownItems.IsWhole(cpu.Flags) || cpu.Target.Release is not { } release || !FlagText.TakesSigns(release))
        {
            yield break;
        }

        var newest = cpu.Target.NewestMap();
        foreach (var (item, model) in cpu.FoundModels)
        {
            string[] withdrawn =
            [
                .. (newest?.Find(model.Name)?.RemovedFeatures ?? []).Where(f => model.HasFeature(f)
                    && !cpu.ReadFlags.Any(r => r.Flag.Name == f)
                    && cpu.Target.CertainlyHolds(m => m.Find(model.Name)?.HasFeature(f) == true)),
            ];
            if (withdrawn.Length > 0)
            {
                string[] flags = [.. withdrawn.Select(f => $"CpuFlag.Disable(CpuFlag.{CSharpNames.Pascal(f)})")];
                var finding = Found(item, model.Name, cpu.Target.LibvirtName, Phrases.AllOf(withdrawn), Phrases.AllOf(flags)).With(cpu.Flags);
                yield return cpu.Flags.IsUnset ? finding.OfferToSet("CpuModelExtraFlags", $"[{string.Join(", ", flags)}]") : finding;
            }
        }
    }
}
