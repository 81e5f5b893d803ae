using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Images;

/// <summary>What rules over images share.</summary>
internal abstract class ImageRule : FleetRule
{
    /// <summary>The releases of all nodes; null if some are not known, or if there is no node.</summary>
    protected static IReadOnlyList<Release>? Releases(FleetFacts fleet) =>
        fleet.HasUnknownNodes || fleet.Nodes.Count == 0 || fleet.Nodes.Any(n => n.Target.Release is null)
            ? null
            : [.. fleet.Nodes.Select(n => n.Target.Release!).Distinct().OrderBy(r => r.Ordinal)];

    /// <summary>The properties of an image that nova knows, by current name.</summary>
    protected static IEnumerable<(ImageProperty Facts, string Written, PartialValue Value)> Properties(ImageFacts image)
    {
        foreach (var property in image.Properties)
        {
            if (ImageProperties.Find(property.Key) is { } facts)
            {
                yield return (facts, property.Key, property.Value);
            }
        }

        foreach (var (name, value) in image.Extra)
        {
            if (name.Text is { } written && ImageProperties.Find(ImageProperties.CurrentNameOf(written) ?? written) is { } facts)
            {
                yield return (facts, written, value);
            }
        }
    }

    /// <summary>The releases as messages say them.</summary>
    protected static string Names(IReadOnlyList<Release> releases) => releases.Count == 1
        ? releases[0].DisplayName
        : $"nova {releases[0].Tag} to {releases[releases.Count - 1].Tag}";
}
