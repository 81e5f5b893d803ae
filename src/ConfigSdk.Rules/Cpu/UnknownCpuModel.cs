using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A model that the target's libvirt does not know.</summary>
internal sealed class UnknownCpuModel : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1003", "Unknown CPU model",
        "CPU model '{0}' is not in {1}'s map for {2}; {3}{4}",
        Consequence.Refused, "libvirt names CPU models in its cpu_map. nova looks up each configured model in that list, and libvirt starts no guest with a model that is not in it.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (!cpu.MayBeCustom || cpu.Target.CpuMap is not { } map)
        {
            yield break;
        }

        // Up to 19 nova hands the name to libvirt as it is; since 20 it finds it in any case.
        var minds = cpu.Target.Release?.IsAtLeast("20.0.0") == false;
        foreach (var model in cpu.ModelNames.Where(m => !CpuModeAsModel.IsModeName(m.Value, cpu.Target)))
        {
            if (cpu.Target.CertainlyLacks(m => (minds ? m.Find(model.Value) : m.FindInAnyCase(model.Value)) is not null))
            {
                var inOtherCase = map.FindInAnyCase(model.Value)?.Name;
                var suggestion = inOtherCase ?? Spelling.Nearest(model.Value, map.Models.Select(m => m.Name));
                var since = inOtherCase is null ? cpu.Target.IfNewer(cpu.Target.Catalog.CpuMaps.FirstVersionWithModel(model.Value, cpu.Target.Architecture!)) : null;
                yield return Found(
                    model, model.Value, cpu.Target.LibvirtName, cpu.Target.Architecture!, CpuOutcome.OfModelName(cpu.Node),
                    since is null ? Phrases.DidYouMean(suggestion) : $". It is first in libvirt {TargetFacts.Short(since)}.")
                    .With(cpu.Mode).ReplaceBy(since is null ? suggestion : null);
            }
        }
    }
}
