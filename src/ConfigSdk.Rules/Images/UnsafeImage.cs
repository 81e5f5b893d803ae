using System.Text;

namespace ConfigSdk.Rules.Images;

/// <summary>Names and texts of images that files or Glance cannot hold.</summary>
internal sealed class UnsafeImage : ImageRule
{
    // A file of the name and .json has to fit into the 255 bytes that file systems give it.
    private const int MaxNameBytes = 250;

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3004", "Image name or property that is not safe",
        "{0} '{1}' {2}, so nothing is written for the image",
        Consequence.Refused, "An image's name also names a file, and its properties become arguments of a command. Glance takes names of at most 255 characters.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var image in fleet.Images)
        {
            if (image.Name.Text is { } name && NameFlaw(name) is { } flaw)
            {
                yield return Found(image.Name, "Image name", name, flaw);
            }

            foreach (var (property, value) in image.Extra)
            {
                if (property.Text is { } key && KeyFlaw(key) is { } keyFlaw)
                {
                    yield return Found(property, "Property name", key, keyFlaw);
                }
                else if (value.Text is { } text && TextFlaw(text) is { } textFlaw)
                {
                    yield return Found(value, $"Value of {property.Text ?? "a property"}", text, textFlaw);
                }
            }

            foreach (var property in image.Properties)
            {
                if (property.Value.Text is { } text && TextFlaw(text) is { } textFlaw)
                {
                    yield return Found(property.Value, $"Value of {property.Key}", text, textFlaw);
                }
            }
        }
    }

    private static string? NameFlaw(string name) =>
        name.Length == 0 ? "is empty"
        : TextFlaw(name) ?? (name.Any(c => c is '/' or '\\') ? "has a slash, which a file name cannot have"
        : name[0] == '.' ? "begins with a dot"
        : Encoding.UTF8.GetByteCount(name) > MaxNameBytes ? "is longer than a file name can be"
        : null);

    private static string? KeyFlaw(string key) =>
        key.Length == 0 ? "is empty"
        : TextFlaw(key) ?? (key.Any(c => c == '=' || char.IsWhiteSpace(c)) ? "has an equals sign or white space"
        : key.Length > 255 ? "is longer than the 255 characters that Glance takes"
        : null);

    private static string? TextFlaw(string text) =>
        text.Any(char.IsControl) ? "has control characters" : Options.OptionText.Flaw(text);
}
