using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>An option that the target's release does not have.</summary>
internal sealed class OptionNotInRelease : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5002", "Option that the release does not have",
        "{0} is not an option of {1}, which would ignore it in silence: {2}. Leave out {3}, or declare another release.",
        Consequence.Harmful, "nova never says that it does not know an option. What is set there has no effect.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Release is not { } release)
        {
            yield break;
        }

        foreach (var option in node.EachOption)
        {
            if (option.Value.IsSet && option.History is { } history && history.ExistsIn(release) == false
                && history.LateTagIn(release) is null && !node.Catalog.Options.ReadersOf(option.Name).Any(r => r.Range.Covers(release)))
            {
                var when = release < history.Introduced ? $"it came with nova {history.Introduced.Tag} ({history.Introduced.Name})"
                    : history.RemovedIn is { } removed && release >= removed ? $"it was removed in nova {removed.Tag} ({removed.Name})"
                    : $"nova has it in {string.Join(" and ", history.Ranges.Select(r => $"{r.First.Tag} to {r.Last?.Tag ?? "now"}"))} only";
                yield return Found(option.Value, option.Name.ToString(), release.DisplayName, when, option.MemberName)
                    .OfferToRemove(CSharpNames.Pascal(option.Name.Option));
            }
        }
    }
}
