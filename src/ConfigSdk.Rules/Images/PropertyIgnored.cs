namespace ConfigSdk.Rules.Images;

/// <summary>A property that no release in the fleet reads.</summary>
internal sealed class PropertyIgnored : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3006", "Image property that no node reads",
        "{0} is not read by {1}: nova reads it {2}. Leave it out, or declare nodes of a release that reads it.",
        Consequence.Harmful, "nova drops properties that its release does not know, without a message.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        if (Releases(fleet) is not { } releases || !releases[0].IsAtLeast("12.0.0"))
        {
            yield break;
        }

        foreach (var (facts, written, value) in fleet.Images.SelectMany(Properties))
        {
            if (value.IsSet && releases.All(r => facts.In(r) is null))
            {
                var last = facts.Latest.Last is { } l ? $" to {l.Tag}" : " on";
                yield return Found(value, written, Names(releases), $"from {facts.Ranges[0].First.Tag}{last}");
            }
        }
    }
}
