using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A model that is newer than the host's CPU.</summary>
internal sealed class HostLacksModel : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1020", "CPU model that the host cannot run",
        "CPU model '{0}' needs {1}, which a host CPU of model {2} does not have; {3}. Name models up to the host's own, or correct Host.Cpu.",
        Consequence.Harmful, "nova compares every listed model with the host. A host's own model in libvirt says what generation of CPU it is.");

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        var host = cpu.Node.Host(Rules.ModelNames.Cpu, Rules.ModelNames.Model);
        if (!cpu.IsCustom || cpu.VirtType != "kvm" || host.Text is not { } name || cpu.Target.CpuMap?.FindInAnyCase(name) is not { } own
            || cpu.Target.Release is not { } release || CpuOutcome.SkipsComparison(cpu.Node) != false)
        {
            yield break;
        }

        foreach (var (item, model) in cpu.FoundModels.Where(m => !IsOfOtherVendor(m.Model, own.Vendor)))
        {
            string[] missing = [.. model.Features.Where(f => Telling(f) && !IsSwitchedOff(cpu, release, f) && !own.HasFeature(f))];
            if (missing.Length > 0 && cpu.Target.CertainlyHolds(m => missing.All(f => m.FindInAnyCase(item.Value)?.HasFeature(f) == true && m.FindInAnyCase(name)?.HasFeature(f) == false)))
            {
                yield return Found(item, model.Name, Phrases.AllOf(missing), own.Name,
                    release.IsAtLeast("20.0.0") ? $"nova-compute of {release.DisplayName} starts under KVM only if the host can run every listed model" : "libvirt starts no guest with it there").With(host);
            }
        }
    }

    /// <summary>Whether a model is of another vendor than the host, which <see cref="ModelOfOtherVendor"/> finds.</summary>
    internal static bool IsOfOtherVendor(CpuMapModel model, string? vendor) =>
        model.Vendor is not null && vendor is not null && CpuVendors.ModuleOf(model.Vendor) != CpuVendors.ModuleOf(vendor);

    // Extensions of the instruction set, and TSX. A host often has more small features than the model by whose name libvirt knows it, and
    // of the extensions these three; of 61 real hosts none has another that its model lacks.
    internal static bool Telling(string feature) => (CpuTraits.Has(feature) && feature is not ("f16c" or "3dnow" or "mpx")) || feature is "hle" or "rtm";

    // Up to 25 the models are compared without the flags; in 26 that changed within the series.
    internal static bool IsSwitchedOff(GuestCpu cpu, Release release, string feature) =>
        !KnownItems.IsWhole(cpu.Flags) || (release.IsAtLeast("26.0.0") && cpu.ReadFlags.Any(f => f.Flag.IsDisabled && f.Flag.Name == feature));
}
