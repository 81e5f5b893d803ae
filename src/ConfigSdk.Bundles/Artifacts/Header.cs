using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>The first lines of every file that operators may open.</summary>
internal static class Header
{
    public static string For(NodeFacts node, string about) =>
        $"{Begin(node.Name.Text!)}{about}\n# Written by ConfigSdk. Change the declaration, not this file.\n";

    /// <summary>What tells one node's files from another's of the same content.</summary>
    public static string Begin(string node) => $"# {node}: ";
}
