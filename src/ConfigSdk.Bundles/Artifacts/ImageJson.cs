namespace ConfigSdk.Bundles.Artifacts;

/// <summary>images/NAME.json: the body of the image API's create call, where properties stand beside Glance's own fields and are text.</summary>
internal static class ImageJson
{
    public static BundleFile Render(string name, string diskFormat, string containerFormat, IEnumerable<KeyValuePair<string, string>> properties) => new($"{ImageBundle.Directory}/{name}.json", Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("disk_format", diskFormat);
        json.WriteString("container_format", containerFormat);
        foreach (var (property, value) in properties)
        {
            json.WriteString(property, value);
        }

        json.WriteEndObject();
    }));
}
