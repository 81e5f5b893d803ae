using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>In a trial: an option that nodes leave out, for which the tried release has another default.</summary>
internal sealed class DefaultInTrial : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5011", "Default that the tried release changes",
        "{0} is left out, and its default is {1} in {2} where it is {3} in {4}; set Nova.{5} if it must stay as it is",
        Consequence.Harmful, "nova says nothing of a default that changed: after the upgrade the node does something else. Only groups of which a node sets an option are looked at.")
    {
        // The editor rarely knows all nodes and all that they leave out.
        IsBuildOnly = true,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        if (fleet.Nodes.Select(n => n.Catalog.Trial).FirstOrDefault() is not { } trial)
        {
            yield break;
        }

        foreach (var ofRelease in fleet.Nodes.Where(n => n.Target.DeclaredRelease is not null).GroupBy(n => n.Target.DeclaredRelease!))
        {
            var changes = ofRelease.First().Catalog.Options.All.Where(o => o.IsTyped).Select(o => new OptionChange(o, ofRelease.Key, trial))
                .Where(c => c.HasOtherDefault == true).ToArray();

            // Said once for each target that is declared, however many nodes have it.
            foreach (var ofTarget in ofRelease.GroupBy(n => n.Target.Declared.Origin))
            {
                var nodes = ofTarget.Select(n => (Node: n, Groups: GroupsOf(n))).ToArray();
                foreach (var change in changes.Where(c => nodes.Any(n => LeavesOut(n.Node, n.Groups, c.Option.Name))))
                {
                    yield return Found(
                        ofTarget.First().Target.Declared, change.After!.Name.ToString(), Text(change.After), trial.DisplayName,
                        Text(change.Before!), change.From.DisplayName, OptionSetting.MemberNameOf(change.Option.Name));
                }
            }
        }
    }

    private static bool LeavesOut(NodeFacts node, HashSet<string> groups, OptionName option) =>
        groups.Contains(option.Group) && node.Option(option.Group, option.Option).IsUnset;

    private static HashSet<string> GroupsOf(NodeFacts node) =>
        [.. node.Options.Where(o => o.Value.IsSet).Select(o => o.Name.Group)];

    private static string Text(OptionFacts facts) => facts.Default switch
    {
        null => "unset",
        "" => "empty",
        var text => $"'{text}'",
    };
}
