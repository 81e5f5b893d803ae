using ConfigSdk.Bundles.Artifacts;
using ConfigSdk.Bundles.Artifacts.Preflight;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>Everything that is written for one node.</summary>
/// <param name="Name">The node's name, and the directory's.</param>
/// <param name="Target">The declared platform.</param>
/// <param name="Files">The files, the manifest last.</param>
public sealed record NodeBundle(string Name, TargetFacts Target, IReadOnlyList<BundleFile> Files)
{
    private static readonly INodeArtifact[] s_artifacts = [new NovaConf(), new EtcModules(), new Modprobe(), new KvmUdevRules(), new SecretsScript(), new PreflightScript()];

    /// <summary>Renders a node's bundle.</summary>
    /// <param name="node">The node, wholly known, in which no rule of severity error found anything.</param>
    public static NodeBundle Render(NodeFacts node)
    {
        var name = node.Name.Text ?? throw new ArgumentException("the node's name is not known", nameof(node));
        var files = s_artifacts.SelectMany(a => a.Render(node)).ToList();
        files.Add(ApplyScript.Render(name, node, files));
        files.Add(Manifest.OfNode(name, node, files));
        return new NodeBundle(name, node.Target, files);
    }
}
