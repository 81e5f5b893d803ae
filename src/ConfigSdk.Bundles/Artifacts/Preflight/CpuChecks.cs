using System.Globalization;
using ConfigSdk.Rules;
using ConfigSdk.Rules.Cpu;
using ConfigSdk.Rules.CpuSets;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>The host's CPUs: what they can, how many there are, and which of them nova is given.</summary>
internal static class CpuChecks
{
    // More than any kernel has; a set may name more than anybody can count.
    private const int MaxCpus = 8192;

    public static IEnumerable<PreflightCheck> Of(NodeFacts node) => OfKind(node).Concat(OfGuests(node)).Concat(OfSets(node));

    private static IEnumerable<PreflightCheck> OfKind(NodeFacts node)
    {
        if (node.UsesKvm() && node.IsX86())
        {
            yield return new("cpu_virtualization");
        }

        if (node.Host(ModelNames.Cpu, ModelNames.Vendor).Text is { } vendor && node.IsX86() && node.Target.CpuMap?.FindVendor(vendor)?.Id is { } id)
        {
            yield return new("cpu_vendor", vendor, id);
        }

        if (node.Cpus() is var (count, _))
        {
            yield return new("cpu_count", count.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The features that guests are given under KVM. Others are emulated.</summary>
    private static IEnumerable<PreflightCheck> OfGuests(NodeFacts node)
    {
        var cpu = new GuestCpu(node);
        if (!node.UsesKvm() || !node.IsX86() || node.Target.Release is not { } release)
        {
            yield break;
        }

        var effect = release.IsAtLeast("20.0.0") && CpuOutcome.SkipsComparison(node) == false ? Outcome.NoStart : Outcome.NoGuest;
        foreach (var (_, model) in cpu.IsCustom ? cpu.FoundModels.Distinct() : [])
        {
            var features = model.Features.Except(model.RemovedFeatures).Where(f => !HostLacksModel.IsSwitchedOff(cpu, release, f));
            yield return new("cpu_model", [$"cpu.model.{model.Name}", $"the model {model.Name}", effect, .. features.Order(StringComparer.Ordinal).Select(f => Feature(node, f))]);
        }

        string[] flags = [.. cpu.ReadFlags.Where(f => !f.Flag.IsDisabled).Select(f => f.Flag.Name).Distinct()];
        if (flags.Length > 0)
        {
            yield return new("cpu_model", ["cpu.flags", "cpu_model_extra_flags", cpu.IsCustom && release.IsAtLeast("26.0.0") ? effect : Outcome.NoGuest, .. flags.Select(f => Feature(node, f))]);
        }
    }

    /// <summary>A feature by all its names, which the script compares without punctuation; marked where Linux need not show it.</summary>
    private static string Feature(NodeFacts node, string feature)
    {
        var names = new[] { node.Target.CpuMap, node.Target.NewestMap() }.SelectMany(m => m?.FindFeature(feature)?.Aliases ?? []).Select(a => a.Name).Prepend(feature)
            .DistinctBy(n => n.Replace(".", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
        return (HostLacksModel.Telling(feature) ? "" : "?") + string.Join('/', names);
    }

    private static IEnumerable<PreflightCheck> OfSets(NodeFacts node)
    {
        if (node.MayUseOtherDriver())
        {
            yield break;
        }

        var sets = new NodeCpuSets(node);
        var power = node.Target.Release?.IsAtLeast("27.0.0") == true && node.IsOn("libvirt", "cpu_power_management") == true ? node.TextOf("libvirt", "cpu_power_management_strategy") : null;
        foreach (var set in sets.Counted)
        {
            if (set.Cpus is { IsEmpty: false } cpus)
            {
                // nova brings those online by itself that it has switched off.
                var list = power == "cpu_state" && set == sets.Dedicated ? "present" : "online";
                yield return new("cpu_set", $"cpu.set.{set.Name.Option}", set.Name.Option, cpus.Below(MaxCpus + 1).ToString(), list);
            }
        }

        if (power is not null && sets.Dedicated.Cpus is { IsEmpty: false } dedicated)
        {
            var first = Math.Min(dedicated.First, MaxCpus).ToString(CultureInfo.InvariantCulture);
            if (power == "cpu_state")
            {
                yield return new("governors", string.Join(' ', Enumerable.Range(0, MaxCpus).Where(c => dedicated.Has(c))));
            }
            else if (power == "governor")
            {
                foreach (var option in new[] { "cpu_power_governor_low", "cpu_power_governor_high" })
                {
                    if (node.TextOf("libvirt", option) is { Length: > 0 } governor)
                    {
                        yield return new("governor_known", option, governor, first);
                    }
                }
            }
        }
    }
}
