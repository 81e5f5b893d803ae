using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Images;

/// <summary>One property that is set in two places.</summary>
internal sealed class PropertySetTwice : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3009", "Image property set twice",
        "{0} is set twice: {1}. Leave one of them out.",
        Consequence.Harmful, "Glance keeps one value of a name. nova reads old names of properties first and then the current ones, so that a current name wins over an old one.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var image in fleet.Images)
        {
            foreach (var same in image.Extra.Where(e => e.Name.Text is not null).GroupBy(e => e.Name.Text!, StringComparer.Ordinal))
            {
                var last = same.Last();
                var current = ImageProperties.CurrentNameOf(same.Key);
                if (same.Count() > 1)
                {
                    yield return Found(last.Name, same.Key, "Extra has it more than once, and its last value would win").With(same.First().Name);
                }
                else if (Typed(image, same.Key) is { } typed)
                {
                    yield return Found(last.Name, same.Key, $"as Properties.{CSharpNames.Pascal(same.Key)} and through Extra, whose value would win").With(typed);
                }
                else if (current is not null && (Typed(image, current) ?? image.Extra.FirstOrDefault(e => e.Name.Text == current).Name) is { } winner)
                {
                    yield return Found(last.Name, current, $"{same.Key} is an old name of it, and nova lets the current name win").With(winner);
                }
            }
        }
    }

    private static PartialValue? Typed(ImageFacts image, string name) => image.Properties.TryGetValue(name, out var typed) && typed.IsSet ? typed : null;
}
