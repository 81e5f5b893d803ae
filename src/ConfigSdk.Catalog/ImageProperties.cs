namespace ConfigSdk.Catalog;

/// <summary>The image properties that nova reads.</summary>
public static class ImageProperties
{
    private static readonly Lazy<(Dictionary<string, ImageProperty> Current, Dictionary<string, string> Legacy)> s_facts = new(Load);

    /// <summary>Every property of any bundled release under its current name, sorted by name.</summary>
    public static IEnumerable<ImageProperty> All => s_facts.Value.Current.Values;

    /// <summary>The property of this name; null if no bundled release reads it.</summary>
    public static ImageProperty? Find(string name) => s_facts.Value.Current.TryGetValue(name, out var p) ? p : null;

    /// <summary>The current name for an old one that nova still takes (<c>architecture</c> for hw_architecture); null if it is none.</summary>
    public static string? CurrentNameOf(string legacyName) => s_facts.Value.Legacy.TryGetValue(legacyName, out var n) ? n : null;

    private static (Dictionary<string, ImageProperty>, Dictionary<string, string>) Load()
    {
        var ranges = new Dictionary<string, List<ImagePropertyRange>>(StringComparer.Ordinal);
        var legacy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in FactFile.Read("image-properties.tsv"))
        {
            if (row[0].StartsWith("legacy:", StringComparison.Ordinal))
            {
                legacy[row[0].Substring("legacy:".Length)] = row[3];
                continue;
            }

            if (!ranges.TryGetValue(row[0], out var list))
            {
                ranges.Add(row[0], list = []);
            }

            var last = row[2].Length == 0 ? null : Release.Parse(row[2]);
            list.Add(new ImagePropertyRange(Release.Parse(row[1]), last, row[3], JsonText.ToStrings(row[4])));
        }

        return (ranges.ToDictionary(r => r.Key, r => new ImageProperty(r.Key, r.Value), StringComparer.Ordinal), legacy);
    }
}

/// <summary>One image property over all bundled releases.</summary>
/// <param name="Name">The name, such as <c>hw_qemu_guest_agent</c>.</param>
/// <param name="Ranges">What the releases say, oldest first.</param>
public sealed record ImageProperty(string Name, IReadOnlyList<ImagePropertyRange> Ranges)
{
    /// <summary>What the newest release that reads the property says.</summary>
    public ImagePropertyRange Latest => Ranges[Ranges.Count - 1];

    /// <summary>
    /// Whether the model has a C# property for it. Lists of dictionaries are nova's own bookkeeping, which nobody writes by hand; traits and numbered
    /// NUMA fields are no properties but collections that nova makes from properties of other names.
    /// </summary>
    public bool IsTyped => Latest.FieldType is not ("ListOfDictOfNullableStrings" or "ListOfStrings" or "ListOfSetsOfIntegers" or "ListOfIntegers");

    /// <summary>What the release says; null if it does not read the property.</summary>
    public ImagePropertyRange? In(Release release) => Ranges.FirstOrDefault(r => release >= r.First && (r.Last is null || release <= r.Last));
}

/// <summary>What a range of releases says of an image property.</summary>
/// <param name="First">First release.</param>
/// <param name="Last">Last release; null if the newest bundled one still says this.</param>
/// <param name="FieldType">nova's field type, such as FlexibleBoolean, Integer, VIFModel.</param>
/// <param name="Values">The only values accepted; empty if any is.</param>
public sealed record ImagePropertyRange(Release First, Release? Last, string FieldType, IReadOnlyList<string> Values)
{
    /// <summary>Whether nova reads the text with strutils.bool_from_string: some words are true, every other text is false.</summary>
    public bool IsFlexibleBoolean => FieldType == "FlexibleBoolean";
}
