using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A flag that the target's libvirt does not know.</summary>
internal sealed class UnknownCpuFlag : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1006", "Unknown CPU flag",
        "CPU feature '{0}' is not in {1}'s map for {2}; {3}{4}",
        Consequence.Refused, "Flags are names of features in libvirt's cpu_map; Linux and QEMU call some of them by other names. libvirt refuses a guest's CPU that asks for a feature that it does not know.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        var release = cpu.Target.Release;
        // Only x86 has features by name in every map; 15 to 17 take a closed set, which is NOVA1007's.
        if (cpu.Target.CpuMap is not { } map || cpu.Target.Architecture is not ("x86_64" or "i686")
            || cpu.WhyFlagsAreIgnored is not null || release?.IsAtLeast("18.0.0") == false)
        {
            yield break;
        }

        foreach (var flag in cpu.FlagNames)
        {
            var text = FlagText.Parse(flag.Value);
            if (CpuFlagSyntax.IsRefused(text, release) || !cpu.Target.CertainlyLacks(m => m.HasFeature(text.Name)))
            {
                continue;
            }

            var suggestion = map.FeatureOfAlias(text.Name) ?? Spelling.Nearest(text.Name, map.Features);
            var since = cpu.Target.IfNewer(cpu.Target.Catalog.CpuMaps.FirstVersionWithFeature(text.Name, cpu.Target.Architecture));
            yield return Found(
                flag, text.Name, cpu.Target.LibvirtName, cpu.Target.Architecture, CpuOutcome.OfFlagName(cpu.Node, cpu.Mode, cpu.VirtType),
                since is null ? Phrases.DidYouMean(suggestion) : $". It is first in libvirt {TargetFacts.Short(since)}.")
                .With(cpu.Mode).ReplaceBy(since is null && suggestion is not null ? text.Sign + suggestion : null);
        }
    }
}
