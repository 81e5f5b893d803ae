using ConfigSdk.Rules.CpuSets;

namespace ConfigSdk.Rules.Images;

/// <summary>NUMA nodes of a guest that are not described one and all.</summary>
internal sealed class NumaIncomplete : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3015", "NUMA nodes of guests that do not fit together",
        "{0}, which {1} refuses for every guest of the image. Describe each of the NUMA nodes, from 0 on, and give each CPU to one of them.",
        Consequence.Refused, "Where an image says which CPUs or how much memory a guest's NUMA nodes have, it must say so for each of them, and no CPU can be in two.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var nodes = image.Property("hw_numa_nodes");
        if (nodes.Text is not { } text || PropertyTexts.Integer(text) is not { } number || number < 1 || !guests.All(g => g.Property("hw_numa_nodes").IsSet))
        {
            yield break;
        }

        var (cpus, memory) = (NumaProperties.Cpus(image), NumaProperties.Memory(image));
        foreach (var (list, what) in new[] { (cpus, "hw_numa_cpus"), (memory, "hw_numa_mem") })
        {
            // None at all may come from the flavor.
            if (list.Count is { } count and > 0 && count != number)
            {
                yield return Found(nodes, $"hw_numa_nodes is {number}, but {what} is there for {count}", Nova(guests)).With([.. list.Read.Select(r => r.Name)]);
                yield break;
            }
        }

        var taken = CpuRanges.Of([]);
        foreach (var (name, value) in cpus.Read)
        {
            if (value.Text is { } set && CpuSetText.ReadAny(set, guests.First().Release).Cpus is { } own)
            {
                if (taken.Common(own) is { IsEmpty: false } twice)
                {
                    yield return Found(value, $"CPU {twice.First} of {name.Text} is in another NUMA node too", Nova(guests)).With(nodes);
                    yield break;
                }

                taken = taken.With(own);
            }
        }
    }
}
