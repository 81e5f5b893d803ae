namespace ConfigSdk.Rules.Cpu;

/// <summary>A flag for a feature that libvirt has taken out of the model.</summary>
internal sealed class RemovedFeatureDemanded : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1013", "CPU flag for a feature that the model has lost",
        "{0} has taken feature '{1}' out of CPU model {2}, because newer CPUs of the kind no longer have it; guests with the flag run only on hosts that still do. Leave the flag out, unless every host has the feature.",
        Consequence.Notable, "Vendors withdraw features, and libvirt and QEMU then take them out of models. A flag asks for the feature all the same.")
    {
        Fixes = RuleFixes.Items,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (!cpu.IsCustom)
        {
            return [];
        }

        var contradictory = ContradictoryFlags.FeaturesOf(cpu);
        return
            from flag in cpu.ReadFlags
            where !flag.Flag.IsDisabled && !contradictory.Contains(flag.Flag.Name)
            let model = cpu.FoundModels.FirstOrDefault(m => cpu.Target.CertainlyHolds(map => map.FindInAnyCase(m.Item.Value)?.RemovedFeatures.Contains(flag.Flag.Name) == true))
            where model.Model is not null
            select Found(flag.Item, cpu.Target.LibvirtName, flag.Flag.Name, model.Model.Name).With(model.Item).OfferToRemoveItem();
    }
}
