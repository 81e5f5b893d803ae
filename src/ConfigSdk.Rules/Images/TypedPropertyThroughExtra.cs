using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Images;

/// <summary>A property that goes past its own C# property.</summary>
internal sealed class TypedPropertyThroughExtra : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3008", "Typed image property set through Extra",
        "{0} has a property of its own, Properties.{1}{2}. Set it there, where the compiler knows its values.",
        Consequence.Notable, "Properties.Extra is for what the model does not type: required traits, numbered NUMA properties, the properties of other services.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet) =>
        from image in fleet.Images
        from entry in image.Extra
        where entry.Name.Text is not null && entry.Value.Text is not null
        let written = entry.Name.Text
        let current = ImageProperties.CurrentNameOf(written) ?? written
        let facts = ImageProperties.Find(current)
        where facts is { IsTyped: true } && !image.Properties.ContainsKey(current) && CanBeTyped(facts, entry.Value.Text!)
        select Found(entry.Name, written, CSharpNames.Pascal(current), current == written ? "" : $", under the name {current} that nova has for it now").With(entry.Value);

    // Where the property could not hold the text, the text is what is wrong, and other rules say so.
    private static bool CanBeTyped(ImageProperty facts, string text) => facts.Latest switch
    {
        { IsFlexibleBoolean: true } => BooleanWords.OfProperty(text) is not null,
        { FieldType: "Integer" } => PropertyTexts.Integer(text) is not null,
        { Values.Count: > 0 } range => range.Values.Contains(PropertyTexts.Read(facts.Name, text)),
        _ => true,
    };
}
