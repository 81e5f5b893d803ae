using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Options;

/// <summary>In a trial: an option that the tried release has under another name.</summary>
internal sealed class RenamedInTrial : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5010", "Option that the tried release has under another name",
        "{0} of {1} is {2} in {3}{4}; the file of that release gets its name by itself",
        Consequence.Notable, "Declarations have an option under its newest name, and nova.conf gets it under the name that the target's release knows. Only what else names the option has to be changed: scripts, other files on the node.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Catalog.Trial is not { } trial || node.Target.DeclaredRelease is not { } declared)
        {
            yield break;
        }

        foreach (var option in node.EachOption.Where(o => o.Value.IsSet && o.History is not null))
        {
            var change = new OptionChange(option.History!, declared, trial);
            if (change.IsRenamed)
            {
                var isIgnored = change.After!.OldNames.Contains(change.Before!.Name) ? "" : ", which ignores the old name without a word";
                yield return Found(option.Value, change.Before.Name.ToString(), declared.DisplayName, change.After.Name.ToString(), Phrases.Nova(trial), isIgnored);
            }
        }
    }
}
