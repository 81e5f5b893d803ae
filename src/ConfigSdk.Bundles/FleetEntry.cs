using System.Security.Cryptography;
using System.Text;
using ConfigSdk.Bundles.Artifacts;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>What fleet.json and the inventory say of a node: all that is kept of its bundle once that is written.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Target">The declared platform.</param>
/// <param name="MigrationGroup">The migration group; null if the node is in none.</param>
/// <param name="Configuration">The same for all nodes whose files are the same but for the node's name in the first lines.</param>
/// <param name="Hashes">The SHA-256 of each file and of the archive, by its path below the directory of all bundles.</param>
internal sealed record FleetEntry(string Name, TargetFacts Target, string? MigrationGroup, string Configuration, IReadOnlyList<(string Path, string Sha256)> Hashes)
{
    public static FleetEntry Of(NodeBundle node, BundleFile archive) => new(
        node.Name, node.Target, node.MigrationGroup, ConfigurationOf(node), [.. node.Files.Select(f => ($"{node.Name}/{f.Path}", f.Sha256)), (archive.Path, archive.Sha256)]);

    private static string ConfigurationOf(NodeBundle node)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in node.Files.Where(f => f.NodePath is not null).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{Encoding.UTF8.GetString(file.Content.Span).Replace(Header.Begin(node.Name), "", StringComparison.Ordinal)}\n"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
