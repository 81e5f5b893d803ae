using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Images;

/// <summary>A word that nova silently takes for false.</summary>
internal sealed class MisreadBoolean : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3002", "Image property that is silently read as false",
        "{0} = '{1}' is read as false: nova takes 1, t, true, on, y and yes for true, and every other word for false. Write true or false.",
        Consequence.Harmful, "nova reads these properties with a function that knows a few words for true. Anything else is false, and no message says so.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from image in fleet.Images
        from property in Properties(image)
        where property.Facts.Latest.IsFlexibleBoolean && property.Value.Text is { } text
            && BooleanWords.OfProperty(text) is null
        select Found(property.Value, property.Written, property.Value.Text!).ReplaceBy(property.Value.Text!.Trim().ToLowerInvariant() switch
        {
            "enabled" or "enable" => "true",
            "disabled" or "disable" => "false",
            _ => null,
        });
}
