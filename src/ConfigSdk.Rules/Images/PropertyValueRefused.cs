using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Images;

/// <summary>A value that no release in the fleet takes.</summary>
internal sealed class PropertyValueRefused : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3003", "Image property value that is refused",
        "{0} = '{1}' is not accepted by {2}, so guests of the image cannot be created; it takes {3}{4}",
        Consequence.Refused, "nova keeps these properties in enumerations. A value that is not one of them raises an error whenever the image's properties are read.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        // Before 12 each driver read properties as it liked.
        if (Releases(fleet) is not { } releases || !releases[0].IsAtLeast("12.0.0"))
        {
            yield break;
        }

        foreach (var property in fleet.Images.SelectMany(Properties))
        {
            var known = releases.Select(property.Facts.In).OfType<ImagePropertyRange>().ToArray();
            if (property.Value.Text is not { } text || known.Length < releases.Count || known.Any(r => Accepts(property.Facts.Name, r, text)))
            {
                continue;
            }

            var values = ValuesOf(property.Facts.Name, known[known.Length - 1]);
            var suggestion = Spelling.Nearest(text, values);
            yield return Found(property.Value, property.Written, text, Names(releases), Phrases.OneOf(values), Phrases.DidYouMean(suggestion))
                .ReplaceBy(suggestion);
        }
    }

    private static bool Accepts(string property, ImagePropertyRange range, string text) =>
        ValuesOf(property, range) is { Count: > 0 } values
            ? values.Contains(PropertyTexts.Read(property, text)) || (range.Values.Count == 0 && values[0].Contains(text))
            : true;

    // Up to 22.0.0 nova has one text in place of this property's list, and looks for the value in that.
    private static IReadOnlyList<string> ValuesOf(string property, ImagePropertyRange range) =>
        property == "hw_pointer_model" && range.Values.Count == 0 ? ["usbtablet"] : range.Values;
}
