namespace ConfigSdk.Rules.Images;

/// <summary>A number that nova takes for a number and then refuses.</summary>
internal sealed class PropertyOutOfRange : GuestRule
{
    private static readonly (string Name, long Min, long Max, string Why)[] s_bounds =
    [
        ("hw_redirected_usb_ports", 0, 15, "nova gives a guest 0 to 15 of them"),
        ("hw_numa_nodes", 1, long.MaxValue, "a guest has at least one NUMA node, and only a flavor with a number of its own passes over the image's"),
        ("hw_cpu_max_sockets", 0, long.MaxValue, "a limit below 0 leaves no topology"),
        ("hw_cpu_max_cores", 0, long.MaxValue, "a limit below 0 leaves no topology"),
        ("hw_cpu_max_threads", 0, long.MaxValue, "a limit below 0 leaves no topology"),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3011", "Image property out of range",
        "{0} = {1} would be refused by {2} when a guest is created: {3}",
        Consequence.Refused, "nova checks these numbers when a guest is created.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests) =>
        from bound in s_bounds
        let value = image.Property(bound.Name)
        where value.Text is { } text && PropertyTexts.Integer(text) is { } number && (number < bound.Min || number > bound.Max)
            && guests.All(g => g.Property(bound.Name).IsSet)
        select Found(value, bound.Name, value.Text!, Nova(guests), bound.Why);
}
