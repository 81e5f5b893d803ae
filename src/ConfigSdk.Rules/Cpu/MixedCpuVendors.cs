namespace ConfigSdk.Rules.Cpu;

/// <summary>Models of several vendors for one host.</summary>
internal sealed class MixedCpuVendors : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1009", "CPU models of different vendors",
        "'{0}' is a model of {1}'s and '{2}' of {3}'s, but nova-compute of {4} starts under KVM only if the host can run every listed model. List the models of one vendor; give hosts of the other a profile of their own.",
        Consequence.Harmful, "nova compares every listed model with the host. Only the oldest models pass on another vendor's CPU, because features decide and not the vendor.");

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (!cpu.MayBeCustom || cpu.VirtType != "kvm" || cpu.Target is not { CpuMap: { } map, Release: { } release } || !release.IsAtLeast("20.0.0"))
        {
            yield break;
        }

        var models = cpu.ModelNames.Select(item => (Item: item, Model: map.FindInAnyCase(item.Value)))
            .Where(m => m.Model?.Vendor is not null && !CpuVendors.RunsOnOthers(m.Model.Name)).ToArray();
        var other = models.FirstOrDefault(m => CpuVendors.ModuleOf(m.Model!.Vendor!) != CpuVendors.ModuleOf(models[0].Model!.Vendor!));
        if (other.Model is { } model)
        {
            yield return Found(other.Item, model.Name, model.Vendor!, models[0].Model!.Name, models[0].Model!.Vendor!, release.DisplayName)
                .With(models[0].Item);
        }
    }
}
