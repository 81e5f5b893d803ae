namespace ConfigSdk.Rules.Options;

/// <summary>Text that nova.conf cannot hold.</summary>
internal sealed class UnwritableOption : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5005", "Text that nova.conf cannot hold",
        "{0} {1}; nova would not read what was meant, so nothing is written",
        Consequence.Refused, "nova.conf has one line a value and commas between a list's items, and no way around either.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var option in node.EachOption)
        {
            if (option.Value is Known value && OptionText.Flaw(value.Value) is { } flaw)
            {
                yield return Found(value, $"The value of {option.Name}", flaw);
            }

            foreach (var (at, part, partFlaw) in StructuredText.Flaws(option.Declared))
            {
                yield return Found(at, $"The {part} of {option.Name}", partFlaw);
            }

            // Several lines of one option: each is a value of its own.
            var isMulti = option.History?.Latest.IsMultiValued == true;
            foreach (var item in KnownItems.Of(option.Value))
            {
                if ((isMulti ? OptionText.Flaw(item.Value) : OptionText.ItemFlaw(item.Value)) is { } itemFlaw)
                {
                    yield return Found(item, $"The item '{item.Value}' of {option.Name}", itemFlaw);
                }
            }
        }

        foreach (var extra in node.Extra)
        {
            foreach (var name in new[] { extra.Group, extra.Option })
            {
                if (name.Text is { } text && !(text.Length > 0 && text.All(IsNameCharacter)))
                {
                    yield return Found(name, $"The name '{text}'", "is not made of letters, digits, _, - and . alone");
                }
            }

            if (extra.Value.Text is { } written && OptionText.Flaw(written) is { } flaw)
            {
                yield return Found(extra.Value, "The value of " + (extra.Name?.ToString() ?? "an option"), flaw);
            }
        }
    }

    private static bool IsNameCharacter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '-' or '.';
}
