using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A model that no flavor can get.</summary>
internal sealed class UnreachableCpuModel : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1014", "CPU model that is never chosen",
        "CPU model '{0}' is never chosen: '{1}' stands before it and has every feature that a flavor could require of it; {2}",
        Consequence.Harmful, "Of several models guests get the first, or where the flavor requires CPU traits the first one that has them all. A model after one that has all its features has no turn.")
    {
        Fixes = RuleFixes.Items,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (!cpu.IsCustom || cpu.Target.Release?.IsAtLeast("20.0.0") != true)
        {
            yield break;
        }

        var models = cpu.FoundModels.ToArray();
        var all = KnownItems.All(cpu.Models);
        var isWhole = all is not null && all.Count == models.Length;
        var isOrderTold = false;
        for (var later = 1; later < models.Length; later++)
        {
            var earlier = Array.FindIndex(models, 0, later, m => Covers(cpu.Target, m.Item.Value, models[later].Item.Value));
            if (earlier < 0)
            {
                continue;
            }

            var (name, before) = (models[later].Item.Value, models[earlier].Item.Value);
            if (Covers(cpu.Target, name, before))
            {
                yield return Found(models[later].Item, name, before, "no CPU trait tells the two apart, so leave one of them out").With(models[earlier].Item).OfferToRemoveItem();
            }
            else if (!isOrderTold)
            {
                isOrderTold = true;
                var finding = Found(cpu.Models, name, before, "list models from the oldest to the newest").With(models[later].Item, models[earlier].Item);
                yield return isWhole ? finding.OfferOrder(Order(cpu.Target, [.. models.Select(m => m.Item.Value)])) : finding;
            }
        }
    }

    /// <summary>
    /// Whether the first model has all features of the second that a trait stands for. nova counts those that libvirt has removed from a
    /// model as its features, so a removed one must be in the first model in one way or the other.
    /// </summary>
    private static bool Covers(TargetFacts target, string model, string covered) => target.CertainlyHolds(map =>
        map.FindInAnyCase(model) is { } m && map.FindInAnyCase(covered) is { } c
        && c.Features.Where(CpuTraits.Has).All(m.Features.Contains)
        && c.RemovedFeatures.Where(CpuTraits.Has).All(f => m.HasFeature(f) || m.RemovedFeatures.Contains(f)));

    // Each model after those that it covers; those that do not compare stay as they are.
    private static IEnumerable<int> Order(TargetFacts target, string[] models)
    {
        var left = Enumerable.Range(0, models.Length).ToList();
        while (left.Count > 0)
        {
            var next = left.First(i => !left.Any(o => o != i && Covers(target, models[i], models[o]) && !Covers(target, models[o], models[i])));
            left.Remove(next);
            yield return next;
        }
    }
}
