using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A flag that changes nothing in any guest.</summary>
internal sealed class FlagWithoutEffect : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1012", "CPU flag that changes nothing",
        "CPU flag '{0}' changes nothing: {1}. Leave it out.",
        Consequence.Notable, "Flags are added to the features of the guest's CPU model. What the model has or lacks anyway needs no flag.")
    {
        Fixes = RuleFixes.Items,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        var contradictory = ContradictoryFlags.FeaturesOf(cpu);
        var seen = new Dictionary<string, Known>();
        foreach (var (item, flag) in cpu.ReadFlags.Where(f => !contradictory.Contains(f.Flag.Name) && !cpu.Target.CertainlyLacks(m => m.HasFeature(f.Flag.Name))))
        {
            if (seen.TryGetValue(flag.Name, out var first))
            {
                yield return Found(item, item.Value, "the list already has it").With(first).OfferToRemoveItem();
                continue;
            }

            seen.Add(flag.Name, item);
            if (WhyModelsDecide(cpu, flag) is { } why)
            {
                yield return Found(item, item.Value, why).With(cpu.Models).OfferToRemoveItem();
            }
        }
    }

    private static string? WhyModelsDecide(GuestCpu cpu, FlagText flag)
    {
        if (!cpu.IsCustom || cpu.AllModels is not { } names)
        {
            return null;
        }

        // A feature that libvirt once took out of a model may be missing in QEMU's already.
        var newest = cpu.Target.NewestMap();
        if (names.Any(n => newest?.FindInAnyCase(n)?.RemovedFeatures.Contains(flag.Name) == true))
        {
            return null;
        }

        var what = names.Count == 1 ? $"model {names[0]}" : "every listed model";
        return flag.IsDisabled
            ? cpu.Target.CertainlyHolds(m => names.All(n => Lacks(m.FindInAnyCase(n)!, flag.Name)) && names.Any(n => IsVariantWithout(m, n, flag.Name))) ? $"{what} goes without it" : null
            : cpu.Target.CertainlyHolds(m => names.All(n => m.FindInAnyCase(n)!.HasFeature(flag.Name))) ? $"{what} has it" : null;
    }

    private static bool Lacks(CpuMapModel model, string feature) =>
        !model.HasFeature(feature) && !model.RemovedFeatures.Contains(feature) && !model.AddedFeatures.Contains(feature);

    // QEMU adds features of its own to many models, which may well be switched off. Where a model is another one without the feature, it does not.
    private static bool IsVariantWithout(CpuMap map, string name, string feature) =>
        map.Models.Any(m => name.StartsWith(m.Name + "-", StringComparison.OrdinalIgnoreCase) && m.HasFeature(feature));
}
