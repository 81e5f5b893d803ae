namespace ConfigSdk.Rules.Images;

/// <summary>Two images of one name.</summary>
internal sealed class DuplicateImageName : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3005", "Duplicate image name",
        "Another image of the fleet is named '{0}' too; the two would be written to one file and could not be told apart in Glance. Give each image a name of its own.",
        Consequence.Refused, "An image's name names its file in the bundle. File systems may not tell letters' case apart.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet) => FoundRepeated(fleet.Images.Select(i => i.Name));
}
