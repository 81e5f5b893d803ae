namespace ConfigSdk.Catalog;

/// <summary>Options of nova.conf that the libraries which nova loads register: oslo's, keystone's, os-vif's. nova itself once had some of them.</summary>
public static class LibraryOptions
{
    private static readonly Lazy<HashSet<OptionName>> s_names = new(() =>
        [.. FactFile.Read("library-options.tsv").Select(r => new OptionName(r[0], r[1]))]);

    /// <summary>Whether a library was seen to register the option beside any bundled nova.</summary>
    public static bool Contains(OptionName name) => s_names.Value.Contains(name);
}
