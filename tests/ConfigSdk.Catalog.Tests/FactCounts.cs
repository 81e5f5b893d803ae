namespace ConfigSdk.Catalog.Tests;

/// <summary>How many facts are bundled.</summary>
internal static class FactCounts
{
    private static NovaOptions Options => FactCatalog.Bundled.Options;

    /// <summary>nova's names of the architectures whose QEMU is bundled, by QEMU's.</summary>
    public static IReadOnlyDictionary<string, string> QemuArchitectures { get; } =
        new SortedDictionary<string, string> { ["aarch64"] = "aarch64", ["arm"] = "armv7l", ["i386"] = "i686", ["x86_64"] = "x86_64" };

    /// <summary>What the release says of nova's own options.</summary>
    public static IEnumerable<OptionFacts> OfNova(Release release) => In(release).Where(o => o.Source.Length == 0);

    /// <summary>What is known of the options that libraries register beside the release.</summary>
    public static IEnumerable<OptionFacts> OfLibraries(Release release) => In(release).Where(o => o.Source.Length > 0);

    public static int ImageProperties(Release release) => Catalog.ImageProperties.All.Count(p => p.In(release) is not null);

    private static IEnumerable<OptionFacts> In(Release release) => Options.All.Select(o => o.In(release)).OfType<OptionFacts>();
}
