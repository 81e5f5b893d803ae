namespace ConfigSdk.Rules.Images;

/// <summary>A numbered NUMA property behind a gap.</summary>
internal sealed class NumaNumberSkipped : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3016", "NUMA property behind a gap",
        "{0} is never read: nova counts from 0 and stops at {1}, which is missing. Number the properties without gaps.",
        Consequence.Harmful, "nova reads hw_numa_cpus.0, .1 and so on until one is missing, and drops the rest without a message.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var image in fleet.Images)
        {
            var nodes = image.Property("hw_numa_nodes").Text is { } text ? PropertyTexts.Integer(text) : null;
            foreach (var list in new[] { NumaProperties.Cpus(image), NumaProperties.Memory(image) })
            {
                // Where the number of nodes is told and does not fit, that is the mistake (NOVA3015).
                if (list.Skipped.Count > 0 && !(nodes is not null && list.Count is > 0 && list.Count != nodes))
                {
                    yield return Found(list.Skipped[0], list.Skipped[0].Text!, list.FirstMissing).With([.. list.Skipped.Skip(1)]);
                }
            }
        }
    }
}
