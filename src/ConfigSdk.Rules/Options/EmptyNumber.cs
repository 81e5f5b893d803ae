using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>A number's option with nothing written behind it.</summary>
internal sealed class EmptyNumber : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5014", "Number left empty",
        "{0} is empty, which nova reads as None and not as its default {1}: what calculates with it fails (TypeError), and what asks whether it is set finds that it is not. Leave the option out.",
        Consequence.Harmful, "oslo.config takes an empty text for a number that is None, within every range. Only an option that is left out has its default.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var extra in node.Extra)
        {
            if (extra is { Name: { } name, Value.Text: { } text } && text.Trim().Length == 0
                && node.Target.Release is { } release && node.Catalog.Options.Find(name)?.In(release) is { Default: { } ownDefault } facts
                && facts.Type is OptionType.Integer or OptionType.Float or OptionType.Port && (facts.Name == name || facts.OldNames.Contains(name)))
            {
                yield return Found(extra.Value, name.ToString(), ownDefault).With(extra.Group, extra.Option);
            }
        }
    }
}
