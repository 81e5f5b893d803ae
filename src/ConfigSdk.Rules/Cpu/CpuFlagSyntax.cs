using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A flag that the target's nova cannot read.</summary>
internal sealed class CpuFlagSyntax : GuestCpuRule
{
    // The last point releases' list; the first ones had pcid alone.
    private static readonly string[] s_firstFlags = ["pcid", "ssbd", "virt-ssbd", "amd-ssbd", "amd-no-ssb"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1007", "CPU flag that the release cannot read",
        "CPU flag '{0}' cannot be given to {1}: {2}; {3}",
        Consequence.Refused, "nova switches features off since 23.0.0; before, a sign was part of the name. The point releases of 15 to 17 that have flags at all take a few names only.");

    /// <summary>Whether this rule finds fault with the flag.</summary>
    public static bool IsRefused(FlagText flag, Release? release) =>
        release is not null && ((flag.IsDisabled && !FlagText.TakesSigns(release)) || (IsEarly(release) && !s_firstFlags.Contains(flag.Name)));

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        // Before 15 there is no such option at all, which NOVA5002 says.
        if (cpu.Target.Release is not { } release || !release.IsAtLeast("15.0.0") || cpu.WhyFlagsAreIgnored is not null)
        {
            return [];
        }

        return cpu.FlagNames.Where(f => IsRefused(FlagText.Parse(f.Value), release)).Select(f => Found(
            f, f.Value, release.DisplayName,
            IsEarly(release)
                ? $"the point releases of {release.Series} that have cpu_model_extra_flags take no more than {Phrases.OneOf(s_firstFlags)}"
                : "features can be switched off from 23.0.0 (Wallaby) on, and before that the sign is part of the name",
            CpuOutcome.OfFlagName(cpu.Node, cpu.Mode, cpu.VirtType)).With(cpu.Mode));
    }

    private static bool IsEarly(Release release) => release.IsAtLeast("15.0.0") && !release.IsAtLeast("18.0.0");
}
