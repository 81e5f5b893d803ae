namespace ConfigSdk.Rules.Fleets;

/// <summary>Two nodes of one name.</summary>
internal sealed class DuplicateNodeName : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6001", "Duplicate node name",
        "Another node of the fleet is named '{0}' too; nova would take the two for one host, and their bundles would be written to one directory. Give each node a name of its own.",
        Consequence.Refused, "nova and its database know a compute node by its host name. Host names and some file systems do not tell letters' case apart.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet) => FoundRepeated(fleet.Nodes.Select(n => n.Name));
}
