using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>The first lines of every file that operators may open.</summary>
internal static class Header
{
    public static string For(NodeFacts node, string about) =>
        $"# {node.Name.Text}: {about}\n# Written by ConfigSdk. Change the declaration, not this file.\n";
}
