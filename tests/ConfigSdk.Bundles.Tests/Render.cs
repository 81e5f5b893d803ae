using System.Text;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Tests;

/// <summary>Renders real declarations, as the build does.</summary>
internal static class Render
{
    public static NodeBundle Node(NodeProfile profile, string name = "cmp01", Func<PartialValue, IReadOnlyList<SourcePlace>>? placesOf = null, bool withProvenance = false) =>
        NodeBundle.Render(NodeFacts.OfNode(ObjectReader.Read(new ComputeNode(name, profile), null), FactCatalog.Bundled)!, placesOf, withProvenance);

    public static ImageBundle Image(Image image) =>
        ImageBundle.Render(FleetFacts.Read(Unset.Instance, ObjectReader.Read([image]), FactCatalog.Bundled).Images.Single());

    /// <summary>Every file with its text; of the long scripts, which have snapshots of their own, the name alone.</summary>
    public static string Text(NodeBundle bundle) => string.Concat(bundle.Files.Select(f =>
        $"=== {f.Path} {f.Mode} root:{f.Group}\n{(f.Path is "preflight.sh" or "apply.sh" ? "" : Encoding.UTF8.GetString(f.Content.Span))}"));

    public static string File(NodeBundle bundle, string path) => Encoding.UTF8.GetString(bundle.Files.Single(f => f.Path == path).Content.Span);

    public static string NovaConf(Nova nova, Target? target = null) =>
        Encoding.UTF8.GetString(Node(new() { Target = target ?? Target.Debian13, Nova = nova }).Files[0].Content.Span);

    /// <summary>The lines below the header.</summary>
    public static string[] NovaConfLines(Nova nova, Target? target = null) =>
        [.. NovaConf(nova, target).Split('\n').Where(l => l.Length > 0 && l[0] != '#')];
}
