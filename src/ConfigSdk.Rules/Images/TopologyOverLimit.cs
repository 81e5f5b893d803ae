namespace ConfigSdk.Rules.Images;

/// <summary>A guest topology that is above the image's own limits.</summary>
internal sealed class TopologyOverLimit : GuestRule
{
    private static readonly string[] s_parts = ["sockets", "cores", "threads"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3014", "Guest topology above the image's own limit",
        "{0} = {1} is above {2} = {3}, which {4} refuses for every guest of the image. Lower the one or raise the other.",
        Consequence.Refused, "nova holds the sockets, cores and threads that an image prefers against the limits of the same image, whatever the flavor says.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        foreach (var part in s_parts)
        {
            var (name, limit) = ("hw_cpu_" + part, "hw_cpu_max_" + part);
            var (value, max) = (image.Property(name), image.Property(limit));

            // A limit of 0 is none; one below it is refused by itself.
            if (value.Text is { } text && PropertyTexts.Integer(text) is { } wanted && max.Text is { } maxText && PropertyTexts.Integer(maxText) is { } most and > 0
                && wanted > most && guests.All(g => g.Property(name).IsSet))
            {
                yield return Found(value, name, wanted, limit, most, Nova(guests)).With(max).ReplaceBy(FormattableString.Invariant($"{most}"));
            }
        }
    }
}
