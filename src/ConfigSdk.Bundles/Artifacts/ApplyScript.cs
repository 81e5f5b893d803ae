using System.Runtime.CompilerServices;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>apply.sh, which puts the bundle's files into their places on the node: all of them, or none.</summary>
internal static class ApplyScript
{
    private const string Name = "apply.sh";

    private static readonly Lazy<string> s_script = new(() => Script.Part(Name));
    private static readonly ConditionalWeakTable<NovaOptions, string[]> s_secretOptions = [];

    /// <summary>Renders the script.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="node">The node.</param>
    /// <param name="files">The node's other files.</param>
    public static BundleFile Render(string name, NodeFacts node, IEnumerable<BundleFile> files) => Script.File(Name, s_script.Value
        .Replace("@NODE@", name, StringComparison.Ordinal)
        .Replace("@FILES@", string.Join('\n', files.Where(f => f.NodePath is not null).OrderBy(f => f.Path, StringComparer.Ordinal).Select(Line)), StringComparison.Ordinal)
        .Replace("@MODULES@", string.Join(' ', node.KnownModules.Select(m => KernelModules.Normalize(m.Name.Text!))), StringComparison.Ordinal)
        .Replace("@SECRETS@", string.Join(' ', SecretOptions(node)), StringComparison.Ordinal)
        .Replace("@SERVICE@", NovaService.Of(node.Target), StringComparison.Ordinal));

    private static string Line(BundleFile file) => $"{file.Sha256} {file.Mode} root {file.Group} {file.NodePath}";

    /// <summary>The names of options whose values are not shown, whatever their group.</summary>
    private static IEnumerable<string> SecretOptions(NodeFacts node) => s_secretOptions.GetValue(node.Catalog.Options, KnownSecrets)
        .Concat(SecretsScript.SecretsOf(node).Select(s => OptionName.Parse(s.Option).Option))
        .Where(n => n.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        .Select(n => n.Replace('-', '_'))
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>Every name of an option that some release keeps secret: what stood on the node before may be of any release.</summary>
    private static string[] KnownSecrets(NovaOptions options) =>
        [.. options.All.Where(o => o.IsSecret).SelectMany(o => o.Ranges.SelectMany(r => r.OldNames).Concat(o.FormerNames).Append(o.Name)).Select(n => n.Option).Distinct()];
}
