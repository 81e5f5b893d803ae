using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>What fleet.json says of a node: all that is kept of its bundle while others are written.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Target">The declared platform.</param>
/// <param name="Archive">The archive's path.</param>
/// <param name="Hashes">The SHA-256 of each file and of the archive, by path.</param>
internal sealed record NodeListing(string Name, TargetFacts Target, string Archive, IReadOnlyDictionary<string, string> Hashes)
{
    public static NodeListing Of(NodeBundle node, DateTimeOffset time)
    {
        var archive = NodeArchive.Of(node, time);
        return new(node.Name, node.Target, archive.Path, node.Files.Select(f => f with { Path = $"{node.Name}/{f.Path}" }).Append(archive).ToDictionary(f => f.Path, f => f.Sha256));
    }
}
