using ConfigSdk.Catalog;
using static ConfigSdk.Rules.Options.References;

namespace ConfigSdk.Rules.Options;

/// <summary>A dollar sign in a value, and behind it the name of no option.</summary>
internal sealed class DanglingReference : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5012", "Reference to an option that does not exist",
        "{0} refers by '{1}' to another option's value, but {2} has {3}; {4}{5}",
        Consequence.Refused, "In every value a dollar sign with a name behind it stands for the value of the option of that name. oslo.config fails if there is none.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        node.Target.Release is { } release
            ? from value in ReferringValues.Of(node, release)
              from reference in References.In(value.Text.Value)
              let miss = Missed(reference, value.ReadAs.Group, release, node)
              where miss is not null
              select Found(value.Text, value.Name.ToString(), value.Text.Value.Substring(reference.Start, reference.Length), release.DisplayName, miss.What, OptionReading.Outcome(node, value.Name), miss.Hint)
                  .ReplaceBy(Replaced(value.Text.Value, reference, miss.Instead))
            : [];

    private static string Replaced(string text, Reference reference, string instead) =>
        text.Substring(0, reference.Start) + instead + text.Substring(reference.Start + reference.Length);

    private static Miss? Missed(Reference reference, string group, Release release, NodeFacts node)
    {
        var options = node.Catalog.Options;
        var (status, option) = Resolve(reference.Name, group, release, options);
        switch (status)
        {
            case Status.SwallowsDot:
                var braced = "${" + option.Group + "}." + option.Option;
                return new($"no group '{option.Group}': the name reaches over the dot", $". Write '{braced}'.", braced);
            case Status.IsGroup:
                return new($"a group and no option '{option.Group}'", Literal, "$$" + reference.Name);
            case Status.NoGroup when option.Group == "DEFAULT":
                var bare = "${" + option.Option + "}";
                return new("no group DEFAULT that references can name", $". Write '{bare}'.", bare);
            case Status.NoGroup:
                return Spelling.Nearest(option.Group, options.Groups.Where(g => GroupStatus(g, release, options) == Status.There)) is { } near
                    && Resolve(near + "." + option.Option, group, release, options).Status == Status.There
                        ? Meant($"no group '{option.Group}'", near + "." + option.Option)
                        : Unheard($"no group '{option.Group}'", reference, release, node);
            case Status.Missing:
                return MissingOption(reference, option, group, release, node);
            default:
                return null;
        }
    }

    private static Miss? MissingOption(Reference reference, OptionName option, string group, Release release, NodeFacts node)
    {
        var options = node.Catalog.Options;
        var isNamed = reference.Name.Contains('.');
        var what = $"no option '{option.Option}' in {string.Join(" or ", (isNamed ? [option.Group] : new[] { group, "DEFAULT" }).Distinct().Select(g => $"[{g}]"))}";
        string[] candidates =
        [
            .. (isNamed ? [option.Group] : new[] { group, "DEFAULT" }.Distinct()).SelectMany(options.OfGroup).Select(o => o.In(release)?.Name.Option).OfType<string>().Distinct(),
        ];
        if (Spelling.Nearest(option.Option, candidates) is { } near)
        {
            return Meant(what, isNamed ? option.Group + "." + near : near);
        }

        // Of an option that came later or went before it is certain that the release lacks it.
        return options.Find(option) is not null ? new(what, Literal, "$$" + reference.Name) : Unheard(what, reference, release, node);
    }

    /// <summary>A name of which nobody has heard: only a plug-in could have it, and there is no sign of one.</summary>
    private static Miss? Unheard(string what, Reference reference, Release release, NodeFacts node) =>
        release >= node.Catalog.Options.LibrariesListedBeside[0] && node.KnowsAllExtra && node.Extra.All(e => node.Catalog.Options.Find(e.Name!.Value) is not null) && !node.MayUseOtherDriver()
            ? new(what, Literal, "$$" + reference.Name)
            : null;

    private static Miss Meant(string what, string name) => new(what, $". Did you mean '${{{name}}}'?", $"${{{name}}}");

    private const string Literal = ". Write $$ where a dollar sign is meant.";

    /// <summary>What is missing.</summary>
    /// <param name="What">The end of "… has …".</param>
    /// <param name="Hint">What to write, as the message says it.</param>
    /// <param name="Instead">What could stand in the reference's place.</param>
    private sealed record Miss(string What, string Hint, string Instead);
}
