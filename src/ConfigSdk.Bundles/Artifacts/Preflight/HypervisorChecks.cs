using ConfigSdk.Rules;
using ConfigSdk.Rules.Cpu;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>The versions of nova and libvirt by which everything was judged, and libvirt's own CPU map.</summary>
internal static class HypervisorChecks
{
    public static IEnumerable<PreflightCheck> Of(NodeFacts node)
    {
        if (node.Target.Release is { } release)
        {
            yield return new("nova_version", release.Series, release.Tag);
        }

        if (node.MayUseOtherDriver())
        {
            yield break;
        }

        if (node.Target.Libvirt is { } libvirt)
        {
            yield return new("libvirt_version", TargetFacts.Short(libvirt));
        }

        var cpu = new GuestCpu(node);
        foreach (var model in cpu.IsCustom && node.Target.CpuMap is not null ? cpu.ModelNames.Select(m => m.Value).Distinct() : [])
        {
            yield return new("libvirt_model", model, CpuOutcome.OfModelName(node));
        }
    }
}
