namespace ConfigSdk.Rules.Cpu;

/// <summary>A flag that is on and off.</summary>
internal sealed class ContradictoryFlags : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1011", "CPU flag both on and off",
        "CPU feature '{0}' is switched on and off in one list; which of the two guests get changes with every start of nova-compute. Leave one out.",
        Consequence.Harmful, "nova keeps flags in a set without order, and of two for the same feature it takes whichever comes first there.")
    {
        Fixes = RuleFixes.Items,
    };

    /// <summary>The features that the list has with both signs.</summary>
    public static HashSet<string> FeaturesOf(GuestCpu cpu) =>
        [.. cpu.ReadFlags.GroupBy(f => f.Flag.Name).Where(f => f.Any(i => i.Flag.IsDisabled) && f.Any(i => !i.Flag.IsDisabled)).Select(f => f.Key)];

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        var contradictory = FeaturesOf(cpu);
        foreach (var flags in cpu.ReadFlags.Where(f => contradictory.Contains(f.Flag.Name)).GroupBy(f => f.Flag.Name))
        {
            var second = flags.First(f => f.Flag.IsDisabled != flags.First().Flag.IsDisabled);
            yield return Found(second.Item, flags.Key).With(flags.First().Item).OfferToRemoveItem();
        }
    }
}
