using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>Renders one kind of file of a node's bundle; nothing where nothing of it is declared.</summary>
internal interface INodeArtifact
{
    IEnumerable<BundleFile> Render(NodeFacts node);
}
