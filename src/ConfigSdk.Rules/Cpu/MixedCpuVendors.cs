using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Cpu;

/// <summary>Models of several vendors for one host.</summary>
internal sealed class MixedCpuVendors : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1009", "CPU models of different vendors",
        "'{0}' is a model of {1}'s and '{2}' of {3}'s, but nova-compute of {4} starts under KVM only if the host can run every listed model. List the models of one vendor; give hosts of the other a profile of their own.",
        Consequence.Harmful, "nova compares every listed model with the host. Only the oldest models pass on another vendor's CPU, because features decide and not the vendor.");

    public static bool IsFoundIn(GuestCpu cpu) => Pair(cpu) is not null;

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (Pair(cpu) is { } pair)
        {
            var (first, other) = pair;
            yield return Found(other.Item, other.Model.Name, other.Model.Vendor!, first.Model.Name, first.Model.Vendor!, cpu.Target.Release!.DisplayName).With(first.Item);
        }
    }

    private static ((Known Item, CpuMapModel Model) First, (Known Item, CpuMapModel Model) Other)? Pair(GuestCpu cpu)
    {
        if (!cpu.MayBeCustom || cpu.VirtType != "kvm" || cpu.Target.Release?.IsAtLeast("20.0.0") != true)
        {
            return null;
        }

        var models = cpu.FoundModels.Where(m => m.Model.Vendor is not null && !CpuVendors.RunsOnOthers(m.Model.Name)).ToArray();
        var other = models.FirstOrDefault(m => CpuVendors.ModuleOf(m.Model.Vendor!) != CpuVendors.ModuleOf(models[0].Model.Vendor!));
        return other.Model is null ? null : (models[0], other);
    }
}
