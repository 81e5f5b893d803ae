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
    private static readonly INodeArtifact[] s_artifacts = [new EtcModules(), new Modprobe(), new SysctlConf(), new GrubFragment(), new KvmUdevRules(), new SecretsScript(), new PreflightScript()];

    /// <summary>The migration group of the node; null if it is in none.</summary>
    public string? MigrationGroup { get; private init; }

    /// <summary>Files of the node's that stand beside its directory and are not for the node: where its settings were written.</summary>
    public IReadOnlyList<BundleFile> Beside { get; init; } = [];

    /// <summary>Renders a node's bundle.</summary>
    /// <param name="node">The node, wholly known, in which no rule of severity error found anything.</param>
    /// <param name="placesOf">Where a value was written: the place that holds, then those that it overrides; null where nobody knows.</param>
    /// <param name="withProvenance">Whether nova.conf says of each option where it was written.</param>
    public static NodeBundle Render(NodeFacts node, Func<PartialValue, IReadOnlyList<SourcePlace>>? placesOf = null, bool withProvenance = false)
    {
        var name = node.Name.Text ?? throw new ArgumentException("the node's name is not known", nameof(node));
        var conf = new NovaConf(withProvenance ? placesOf : null);
        var files = conf.Render(node).Concat(s_artifacts.SelectMany(a => a.Render(node))).ToList();
        files.Add(ApplyScript.Render(name, node, files));
        files.Add(Manifest.OfNode(name, node, files));
        return new NodeBundle(name, node.Target, files)
        {
            MigrationGroup = node.MigrationGroup.Text,
            Beside = placesOf is null ? [] : [SourceMap.Of(name, node, placesOf)],
        };
    }
}
