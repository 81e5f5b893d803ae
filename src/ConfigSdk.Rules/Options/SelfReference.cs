using ConfigSdk.Catalog;
using static ConfigSdk.Rules.Options.References;

namespace ConfigSdk.Rules.Options;

/// <summary>An option whose value is made of itself.</summary>
internal sealed class SelfReference : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5013", "Option that refers to itself",
        "{0} refers to itself{1}, so that nova finds no end in looking for its value (RecursionError); {2}. Write the value itself{3}.",
        Consequence.Refused, "oslo.config puts in the place of $name what the option of that name has, and there again. It does not notice a circle.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Release is not { } release)
        {
            yield break;
        }

        var told = new HashSet<OptionName>();
        foreach (var (name, readAs, text) in ReferringValues.Of(node, release).OrderBy(v => v.Name.ToString(), StringComparer.Ordinal))
        {
            if (!told.Contains(name) && Circle(readAs, text.Value, node, release) is { } circle)
            {
                told.UnionWith(circle.Select(o => node.Catalog.Options.Find(o)!.Name));
                var through = circle.Count > 1 ? " through " + string.Join(" and ", circle.Skip(1)) : "";
                // In a group of its own a name means the group's option before that of [DEFAULT].
                var shadows = circle.Count == 1 && name.Group != "DEFAULT" && node.Catalog.Options.Find("DEFAULT", readAs.Option)?.ExistsIn(release) == true;
                yield return Found(text, name.ToString(), through, OptionReading.Outcome(node, name), shadows ? $": in [{readAs.Group}] '${readAs.Option}' is not that of [DEFAULT]" : "");
            }
        }
    }

    /// <summary>The options from one back to itself, beginning with it; null if nothing certain leads back.</summary>
    private static IReadOnlyList<OptionName>? Circle(OptionName start, string text, NodeFacts node, Release release)
    {
        var seen = new HashSet<OptionName>();
        return Through(start, text, [start]);

        IReadOnlyList<OptionName>? Through(OptionName at, string written, IReadOnlyList<OptionName> path)
        {
            foreach (var reference in References.In(written))
            {
                var (status, option) = Resolve(reference.Name, at.Group, release, node.Catalog.Options);
                if (status == Status.There && option == start)
                {
                    return path;
                }

                if (status == Status.There && seen.Add(option) && Through(option, TextOf(option, node), [.. path, option]) is { } circle)
                {
                    return circle;
                }
            }

            return null;
        }
    }

    private static string TextOf(OptionName option, NodeFacts node)
    {
        var newest = node.Catalog.Options.Find(option)!.Name;
        var value = node.Effective(newest.Group, newest.Option);
        return value.Text ?? string.Join(",", KnownItems.Of(value).Select(i => i.Value));
    }
}
