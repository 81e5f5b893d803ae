namespace ConfigSdk.Bundles.Artifacts;

/// <summary>images/NAME.json: the body of the image API's create call, where properties stand beside Glance's own fields and are text.</summary>
internal static class ImageJson
{
    public static BundleFile Render(ImageBundle image) => new($"{ImageBundle.Directory}/{image.Name}.json", Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", image.Name);
        json.WriteString("disk_format", image.DiskFormat);
        json.WriteString("container_format", image.ContainerFormat);
        foreach (var (property, value) in image.Properties)
        {
            json.WriteString(property, value);
        }

        json.WriteEndObject();
    }));
}
