namespace ConfigSdk.Rules.Fleets;

/// <summary>A rule over an option that is on for some nodes between which guests move, and off for others.</summary>
internal abstract class SettingsOfGroupDiffer(string section, string option) : FleetRule
{
    public sealed override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from g in fleet.MigrationGroups
        let nodes = g.Nodes.Where(MayJudge).ToArray()
        let other = nodes.FirstOrDefault(n => n.IsOn(section, option) == false)
        where other is not null
        from isOn in MigrationGroup.Distinct(nodes.Where(n => n.IsOn(section, option) == true && n.Option(section, option).IsSet).Select(n => n.Option(section, option)))
        select Found(isOn, g.Name, other.Name.Text is { } name ? $"node '{name}'" : "another node").With([other.Option(section, option), .. g.Memberships]);

    /// <summary>Whether the option says anything on the node.</summary>
    protected abstract bool MayJudge(NodeFacts node);
}
