namespace ConfigSdk.Rules.Images;

/// <summary>A trait with another word than required.</summary>
internal sealed class TraitNotRequired : ImageRule
{
    private const string Required = "required";

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3012", "Image trait that asks for nothing",
        "{0} = '{1}' has no effect: of an image's traits nova heeds only those with the value required, and only a flavor can forbid one. Write required, or leave it out.",
        Consequence.Harmful, "An image can require traits of a node and nothing else. Any other value drops the trait without a message.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from image in fleet.Images
        from entry in image.Extra
        where entry.Name.Text is not null && entry.Name.Text.StartsWith(TraitName.Prefix, StringComparison.Ordinal)
            && entry.Value.Text is not null && entry.Value.Text != Required
        select Found(entry.Value, entry.Name.Text!, entry.Value.Text!).With(entry.Name)
            .ReplaceBy(string.Equals(entry.Value.Text!.Trim(), Required, StringComparison.OrdinalIgnoreCase) || PropertyTexts.IsTrue(entry.Value.Text!) ? Required : null);
}
