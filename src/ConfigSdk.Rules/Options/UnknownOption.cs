using ConfigSdk.Catalog;
using ConfigSdk.Rules.Security;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Options;

/// <summary>An option that nobody reads, set through Extra.</summary>
internal sealed class UnknownOption : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5008", "Unknown option",
        "{0} is an option of neither nova nor a library that it loads, and would be ignored in silence{1}",
        Consequence.Harmful, "nova never says that it does not know an option. A name with a slip in it, or in the wrong group, sets nothing.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var extra in node.Extra)
        {
            var options = node.Catalog.Options;
            if (extra.Name is { } name && options.Find(name) is null && !options.ReadersOf(name).Any() && !SecretInBundle.IsSecret(name, options)
                && Miss(extra, name, options) is { } miss)
            {
                yield return Found(miss.At, name.ToString(), miss.Hint).With(extra.Group, extra.Option, extra.Value).ReplaceBy(miss.Replacement);
            }
        }
    }

    /// <summary>What was probably meant. A plug-in may have any group and any option in [DEFAULT]: there only a near miss is one.</summary>
    private static (PartialValue At, string Hint, string? Replacement)? Miss(ExtraOption extra, OptionName name, NovaOptions options)
    {
        // Section names may be written in any case, except this one: [default] is a group of its own, in which nobody looks.
        if (name.Group == "default")
        {
            return (extra.Group, Phrases.DidYouMean("DEFAULT"), "DEFAULT");
        }

        if (!options.Groups.Contains(name.Group))
        {
            return Spelling.Nearest(name.Group, options.Groups) is { } group && options.Find(group, name.Option) is not null
                ? (extra.Group, Phrases.DidYouMean(group), group)
                : null;
        }

        if (Spelling.Nearest(name.Option, options.OfGroup(name.Group).Select(o => o.Name.Option)) is { } near)
        {
            return (extra.Option, Phrases.DidYouMean(near), near);
        }

        var elsewhere = options.All.Where(o => o.Name.Option == name.Option).Select(o => o.Name.Group).Take(2).ToArray();
        return elsewhere is [var only] ? (extra.Group, $". It lives in [{only}].", only)
            : name.Group == "DEFAULT" ? null
            : (extra.Option, ". Leave it out.", null);
    }
}
