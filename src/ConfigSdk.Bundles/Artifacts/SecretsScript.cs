using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>secrets.sh, which puts secrets into nova.conf on the node; only beside a nova.conf that has marks for some.</summary>
internal sealed class SecretsScript : INodeArtifact
{
    private const string Name = "secrets.sh";
    private static readonly Lazy<BundleFile> s_script = new(() => Script.File(Name, Script.Part(Name)));

    public IEnumerable<BundleFile> Render(NodeFacts node) => SecretsOf(node).Any() ? [s_script.Value] : [];

    /// <summary>The options whose values are secrets, and where these are on the node.</summary>
    public static IEnumerable<(string Option, SecretText Secret)> SecretsOf(NodeFacts node) =>
        from setting in node.Options.Select(o => (Name: o.Name.ToString(), o.Value)).Concat(node.Extra.Select(e => (Name: e.Name!.Value.ToString(), e.Value)))
            .OrderBy(s => s.Name, StringComparer.Ordinal)
        from value in setting.Value is Sequence list ? list.Items : [setting.Value]
        where value.Text is not null
        let secret = SecretText.Parse(value.Text!)
        where secret is not null
        select (setting.Name, secret);
}
