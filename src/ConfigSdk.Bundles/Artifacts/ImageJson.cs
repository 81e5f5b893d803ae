using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>images/NAME.json: the body of the image API's create call, where properties stand beside Glance's own fields and are text.</summary>
internal static class ImageJson
{
    public static BundleFile Render(string name, ImageFacts image) => new($"{ImageBundle.Directory}/{name}.json", Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("disk_format", image.DiskFormat.Text);
        json.WriteString("container_format", image.Declared[ModelNames.ContainerFormat].Text ?? "bare");
        var properties = image.Properties.Select(p => (Name: p.Key, Value: Text(p.Key, p.Value.Text!)))
            .Concat(image.Extra.Select(e => (Name: e.Name.Text!, Value: e.Value.Text!)));
        foreach (var (property, value) in properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            json.WriteString(property, value);
        }

        json.WriteEndObject();
    }));

    /// <summary>yes and no are the words for a boolean that every release reads; nova 2014.1 compares with yes alone.</summary>
    private static string Text(string property, string value) =>
        ImageProperties.Find(property)?.Latest.IsFlexibleBoolean == true ? value == "true" ? "yes" : "no" : value;
}
