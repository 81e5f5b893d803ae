using ConfigSdk.Bundles.Artifacts;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>What is written for one image.</summary>
/// <param name="Name">The image's name.</param>
/// <param name="File">The file.</param>
public sealed record ImageBundle(string Name, BundleFile File)
{
    /// <summary>The directory of all images.</summary>
    public const string Directory = "images";

    /// <summary>Renders an image's file.</summary>
    /// <param name="image">The image, wholly known.</param>
    public static ImageBundle Render(ImageFacts image)
    {
        var name = image.Name.Text ?? throw new ArgumentException("the image's name is not known", nameof(image));
        return new ImageBundle(name, ImageJson.Render(name, image));
    }
}
