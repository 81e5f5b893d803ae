using ConfigSdk.Bundles.Artifacts;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>What is written for one image.</summary>
/// <param name="Name">The image's name.</param>
/// <param name="DiskFormat">Glance's disk format.</param>
/// <param name="ContainerFormat">Glance's container format.</param>
/// <param name="Properties">Its properties, by name.</param>
public sealed record ImageBundle(string Name, string DiskFormat, string ContainerFormat, IReadOnlyList<KeyValuePair<string, string>> Properties)
{
    /// <summary>The directory of all images.</summary>
    public const string Directory = "images";

    /// <summary>The file.</summary>
    public BundleFile File { get; } = ImageJson.Render(Name, DiskFormat, ContainerFormat, Properties);

    /// <summary>Files of the image's that are not for Glance: where its properties were written.</summary>
    public IReadOnlyList<BundleFile> Beside { get; init; } = [];

    /// <summary>Reads an image.</summary>
    /// <param name="image">The image, wholly known.</param>
    public static ImageBundle Render(ImageFacts image) => Render(image, null);

    /// <summary>Reads an image.</summary>
    /// <param name="image">The image, wholly known.</param>
    /// <param name="placesOf">Where a value was written: the place that holds, then those that it overrides; null where nobody knows.</param>
    public static ImageBundle Render(ImageFacts image, Func<PartialValue, IReadOnlyList<SourcePlace>>? placesOf)
    {
        var name = image.Name.Text ?? throw new ArgumentException("the image's name is not known", nameof(image));
        var format = image.DiskFormat.Text ?? throw new ArgumentException("the image's format is not known", nameof(image));
        var properties = image.Properties.Select(p => KeyValuePair.Create(p.Key, Text(p.Key, p.Value.Text!)))
            .Concat(image.Extra.Select(e => KeyValuePair.Create(e.Name.Text!, e.Value.Text!)));
        return new ImageBundle(name, format, image.Declared[ModelNames.ContainerFormat].Text ?? "bare", [.. properties.OrderBy(p => p.Key, StringComparer.Ordinal)])
        {
            Beside = placesOf is null ? [] : [SourceMap.Of(name, image, placesOf)],
        };
    }

    /// <summary>What goes for all images together; nothing where there are none.</summary>
    /// <param name="images">Every image.</param>
    public static IReadOnlyList<BundleFile> Common(IReadOnlyCollection<ImageBundle> images) => images.Count == 0 ? [] : [ImageScript.Render(images)];

    /// <summary>yes and no are the words for a boolean that every release reads; nova 2014.1 compares with yes alone.</summary>
    private static string Text(string property, string value) =>
        ImageProperties.Find(property)?.Latest.IsFlexibleBoolean == true ? value == "true" ? "yes" : "no" : value;
}
