namespace ConfigSdk.Rules.Images;

/// <summary>A property with the name of a field of Glance's own.</summary>
internal sealed class GlanceFieldAsProperty : ImageRule
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal)
    {
        ["name"] = "it is the image's name, which the declaration has already",
        ["disk_format"] = "it is the image's DiskFormat, which the declaration has already",
        ["container_format"] = "it is the image's ContainerFormat",
    };

    private static readonly string[] s_own =
        ["created_at", "updated_at", "status", "checksum", "size", "virtual_size", "direct_url", "self", "file", "schema"];

    private static readonly string[] s_notTexts = ["min_disk", "min_ram", "protected", "tags", "locations"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3042", "Image property with the name of a Glance field",
        "{0} is a field of Glance's own and no property: {1}. Leave it out.",
        Consequence.Refused, "Properties stand beside Glance's own fields in the body of the request that creates an image, as texts. A field that Glance keeps itself, or that is no text, has the request refused; others would change what is declared.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from image in fleet.Images
        from entry in image.Extra
        where entry.Name.Text is not null
        let why = Why(entry.Name.Text!)
        where why is not null
        select Found(entry.Name, entry.Name.Text!, why).With(entry.Value);

    private static string? Why(string name) =>
        s_fields.TryGetValue(name, out var why) ? why
        : s_own.Contains(name) ? "Glance sets it and refuses a request that does"
        : s_notTexts.Contains(name) ? "Glance refuses a text in it; set it with the image API after the upload"
        : null;
}
