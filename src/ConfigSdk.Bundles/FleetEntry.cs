using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>What fleet.json says of a node: all that is kept of its bundle once that is written.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Target">The declared platform.</param>
/// <param name="Hashes">The SHA-256 of each file, by its path below the directory of all bundles.</param>
internal sealed record FleetEntry(string Name, TargetFacts Target, IReadOnlyList<(string Path, string Sha256)> Hashes)
{
    public static FleetEntry Of(NodeBundle node) => new(node.Name, node.Target, [.. node.Files.Select(f => ($"{node.Name}/{f.Path}", f.Sha256))]);
}
