using System.Text;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>Other files than nova.conf that nova-compute reads, whose options win over the declared ones.</summary>
internal static class OtherConfCheck
{
    public const string Function = "other_conf";

    public static IEnumerable<PreflightCheck> Of(NodeFacts node) => NovaConf.LinesOf(node).Any() ? [new(Function)] : [];

    /// <summary>The function that lists what is declared, under every name by which another file can overrule it.</summary>
    public static string DeclaredOptions(NodeFacts node)
    {
        var text = new StringBuilder("# Group, option, how people call it and value of what is declared; old names count too. In the place of secrets stand marks.\ndeclared_options() {\n    cat << 'END'\n");
        foreach (var (name, value, _) in NovaConf.LinesOf(node))
        {
            var facts = node.Catalog.Options.Find(name)?.In(node.Target.Release!);
            foreach (var key in (facts?.OldNames ?? []).Prepend(name).Distinct())
            {
                text.Append(key.Group == "DEFAULT" ? key.Group : key.Group.ToLowerInvariant()).Append('\t').Append(key.Option).Append('\t').Append(name).Append('\t').Append(value).Append('\n');
            }
        }

        return text.Append("END\n}\n").ToString();
    }
}
