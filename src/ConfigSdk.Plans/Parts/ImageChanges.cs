using ConfigSdk.Rules.Options;
using ImageFile = ConfigSdk.Plans.Reading.ImageProperties;

namespace ConfigSdk.Plans.Parts;

/// <summary>Compares what images say to nova and Glance. A guest keeps the properties that its image had when it was created.</summary>
internal static class ImageChanges
{
    public static IEnumerable<Change> Of(ImageFile before, ImageFile after)
    {
        var (old, later) = (Normal(before), Normal(after));
        return from name in old.Keys.Union(later.Keys).Order(StringComparer.Ordinal)
               let one = old.GetValueOrDefault(name)
               let other = later.GetValueOrDefault(name)
               where one != other
               select new Change("image", name, one, other, [name is "disk_format" or "container_format" ? Effect.NewImage : Effect.NewGuests]);
    }

    // nova takes a property's old names for the new ones, and several words for a switch.
    private static Dictionary<string, string> Normal(ImageFile image)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in image.Members)
        {
            var current = ConfigSdk.Catalog.ImageProperties.CurrentNameOf(name) ?? name;
            var isSwitch = ConfigSdk.Catalog.ImageProperties.Find(current)?.Latest.IsFlexibleBoolean == true;
            var text = (isSwitch ? BooleanWords.OfProperty(value) : null) switch { true => "yes", false => "no", null => value };
            if (current == name || !image.Members.ContainsKey(current))
            {
                members[current] = text;
            }
        }

        return members;
    }
}
