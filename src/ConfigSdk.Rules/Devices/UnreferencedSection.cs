using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A section for a name that the option which makes up such sections does not list.</summary>
internal sealed class UnreferencedSection : NodeRule
{
    private static readonly (string Prefix, OptionName Names)[] s_kinds =
    [
        ("mdev_", new("devices", "enabled_mdev_types")),
        ("vgpu_", new("devices", "enabled_mdev_types")),
        ("neutron_physnet_", new("neutron", "physnets")),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4044", "Section for a name that is not listed",
        "[{0}] is read for the names in {1} alone, and '{2}' is not among them: the section would be ignored in silence{3}",
        Consequence.Harmful, "nova makes these sections known one by one, for each item of the option that lists their names. All others it never looks at.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Release is not { } release)
        {
            yield break;
        }

        foreach (var section in node.Extra.Where(e => e.Name is not null).GroupBy(e => e.Name!.Value.Group, StringComparer.Ordinal))
        {
            var (prefix, names) = s_kinds.FirstOrDefault(k => section.Key.StartsWith(k.Prefix, StringComparison.Ordinal) && section.Key.Length > k.Prefix.Length);
            if (prefix is null || node.ItemsOf(names.Group, names.Option) is not { } items
                || !section.Any(e => node.Catalog.Options.Find(e.Name!.Value)?.In(release) is not null))
            {
                continue;
            }

            var name = section.Key.Substring(prefix.Length);
            var listed = items.Select(i => i.Value.ToLowerInvariant()).ToArray();
            if (!listed.Contains(name))
            {
                var near = Spelling.Nearest(name, listed);
                yield return Found(section.First().Group, section.Key, names.ToString(), name, Phrases.DidYouMean(near is null ? null : prefix + near))
                    .With([.. items.Where(i => i.Origin is not null), .. section.Select(e => e.Option)]).ReplaceBy(near is null || section.Skip(1).Any() ? null : prefix + near);
            }
        }
    }
}
