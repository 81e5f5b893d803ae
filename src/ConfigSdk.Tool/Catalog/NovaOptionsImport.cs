using System.CommandLine;
using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Catalog;

/// <summary><c>configsdk catalog import nova-options</c>: what oslo-config-generator prints of one release of nova and of the libraries beside it.</summary>
internal static class NovaOptionsImport
{
    private static readonly Option<string> s_nova = new("--nova")
    {
        Description = "The release's first tag or name, such as 31.0.0. A new one is added to nova-releases.tsv before.",
        Required = true,
    };

    private static readonly Option<FileInfo[]> s_from = new("--from")
    {
        Description = "What oslo-config-generator --format json prints for nova.conf and the libraries' namespaces; further listings, such as that of list_auth_plugins.py, may follow.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Create() => Import.Command(
        "nova-options", "Renews the options of one release of nova, and of the libraries beside it.", [s_nova, s_from],
        (parsed, table) => Renew(table, parsed.GetRequiredValue(s_nova), parsed.GetRequiredValue(s_from).Select(f => (f.FullName, File.ReadAllText(f.FullName)))));

    /// <summary>Replaces what the table says of the release.</summary>
    internal static string Renew(FactTable table, string nova, IEnumerable<(string Path, string Text)> listings)
    {
        var release = Release.Find(nova) ?? throw new ImportException($"'{nova}' is no release in nova-releases.tsv");
        var options = new OptionTable(table);
        options.Renew(release, [.. listings.SelectMany(Read)]);
        options.Write();
        return release.Tag;
    }

    internal static IReadOnlyList<ListedOption> Read((string Path, string Text) listing) =>
        OptionListing.Read(listing.Path, listing.Text, out var flaws) is { } read
            ? read.Options
            : throw new ImportException(string.Join('\n', flaws.Select(f => $"{f.Path}({f.Line},{f.Column}): {f.Message}")));
}
