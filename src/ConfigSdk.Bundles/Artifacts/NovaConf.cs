using System.Text;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>
/// /etc/nova/nova.conf: only what is declared, each option under the name that the target release gives it,
/// groups and options in the order of their names with [DEFAULT] first.
/// </summary>
/// <param name="placesOf">Where a value was written, if each option shall say so in a comment; else null.</param>
internal sealed class NovaConf(Func<PartialValue, IReadOnlyList<SourcePlace>>? placesOf) : INodeArtifact
{
    public IEnumerable<BundleFile> Render(NodeFacts node)
    {
        var release = node.Target.Release ?? throw new ArgumentException("the node's release is not known", nameof(node));
        var text = new StringBuilder(Header.For(node, release.DisplayName));
        if (SecretsScript.SecretsOf(node).Any())
        {
            text.Append("# On the node, secrets.sh puts secrets in the place of the @secret: marks.\n");
        }

        // oslo.config compares section names without case, except DEFAULT's; one section a group is what people expect to read.
        foreach (var group in LinesOf(node).GroupBy(l => l.Name.Group).OrderBy(g => g.Key != "DEFAULT").ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append("\n[").Append(group.Key).Append("]\n");
            foreach (var (name, value, declared) in group.OrderBy(l => l.Name.Option, StringComparer.Ordinal))
            {
                if (placesOf?.Invoke(declared) is [var place, ..])
                {
                    text.Append("# ").Append(place).Append('\n');
                }

                text.Append(name.Option).Append(" =").Append(value.Length == 0 ? "" : " ").Append(OsloText.Quote(value)).Append('\n');
            }
        }

        // On the node there may be secrets in it, and nova's group is the one that has to read it.
        yield return BundleFile.OnNode("/etc/nova/nova.conf", text.ToString(), "0640", "nova");
    }

    /// <summary>What is written, each option under the name that the release gives it; a secret is its mark.</summary>
    public static IEnumerable<(OptionName Name, string Value, PartialValue Declared)> LinesOf(NodeFacts node) =>
        node.Options.SelectMany(o => TypedLines(o, node.Target.Release!).Select(l => (l.Name, l.Value, Declared: o.Value)))
            .Concat(node.Extra.Select(e => (Name: e.Name!.Value, Value: e.Value.Text!, Declared: e.Value)));

    private static IEnumerable<(OptionName Name, string Value)> TypedLines(OptionSetting option, Release release)
    {
        // An option that the release does not have is a finding; who silenced it gets the line all the same, under its newest name.
        var facts = option.FactsIn(release);
        var items = option.Value switch
        {
            Known known => [known.Value],
            Sequence list => list.Items.Select(i => Item(option.Name, i.Text!)).ToArray(),
            _ => throw new ArgumentException($"{option.Name} is not known"),
        };
        return facts.IsMultiValued ? items.Select(i => (facts.Name, i)) : [(facts.Name, string.Join(",", items))];
    }

    /// <summary>A sign that switches a flag on says nothing, and before 23.0.0 it would be read as part of the flag's name.</summary>
    private static string Item(OptionName option, string text) =>
        option == new OptionName("libvirt", "cpu_model_extra_flags") ? text.TrimStart('+') : text;
}
