namespace ConfigSdk.Catalog;

/// <summary>Glance's disk formats, and which of them nova's libvirt driver takes.</summary>
public static class DiskFormats
{
    /// <summary>Every format that some release of Glance lists, and <c>qed</c>, which QEMU reads and Glance never listed.</summary>
    public static IEnumerable<string> All => ImageFormats.All("disk");

    /// <summary>The formats in the default list of Glance's release that goes with nova's.</summary>
    public static IEnumerable<string> OfGlance(Release release) => ImageFormats.OfGlance("disk", release);

    /// <summary>
    /// Whether a guest of the virt type can be started from the format in the release: true, false, or null where the catalog has no fact.
    /// From 30.0.0 nova inspects each image and takes only formats that its inspector knows, and ploop is not among them.
    /// </summary>
    public static bool? CanBoot(string format, string virtType, Release release) => ImageFormats.CanBoot(format, virtType, release);
}

/// <summary>Glance's container formats: what is around an image's disk.</summary>
public static class ContainerFormats
{
    /// <summary>Every format that some release of Glance lists.</summary>
    public static IEnumerable<string> All => ImageFormats.All("container");

    /// <summary>The formats in the default list of Glance's release that goes with nova's, as far as they were seen there.</summary>
    public static IEnumerable<string> OfGlance(Release release) => ImageFormats.OfGlance("container", release);
}

/// <summary>The rows of image-formats.tsv.</summary>
internal static class ImageFormats
{
    private static readonly Lazy<ILookup<string, FactFile.Row>> s_rows = new(() => FactFile.Read("image-formats.tsv").ToLookup(r => r[0], StringComparer.Ordinal));

    public static IEnumerable<string> All(string kind) => s_rows.Value[kind].Select(r => r[1]);

    public static IEnumerable<string> OfGlance(string kind, Release release) =>
        s_rows.Value[kind].Where(r => r[2].Length > 0 && release.IsAtLeast(r[2])).Select(r => r[1]);

    public static bool? CanBoot(string format, string virtType, Release release)
    {
        foreach (var row in s_rows.Value["boot"])
        {
            if (row[1] == format && row.Words(2).Contains(virtType) && release.IsAtLeast(row[3]) && (row[4].Length == 0 || release <= Release.Parse(row[4])))
            {
                return row[5] == "yes";
            }
        }

        return null;
    }
}
