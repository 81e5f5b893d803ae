namespace ConfigSdk.Rules.Options;

/// <summary>An option that nova has announced to remove.</summary>
internal sealed class DeprecatedOption : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5009", "Option deprecated for removal",
        "{0} is deprecated for removal{1}, and {2} still reads it; nova logs a warning, and a later release may ignore it{3}. See the release notes for what takes its place.",
        Consequence.Notable, "nova announces a removal by marking the option; the release that removes it ignores what is set there without a word.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Release is not { } release)
        {
            yield break;
        }

        foreach (var option in node.EachOption)
        {
            if (option.Value.IsSet && option.History is { } history && history.In(release) is { DeprecatedForRemovalSince: { } since })
            {
                var gone = history.RemovedIn is { } removed ? $", as {removed.DisplayName} does" : "";
                yield return Found(option.Value, option.Name.ToString(), since == "yes" ? "" : $" since {since}", release.DisplayName, gone);
            }
        }
    }
}
