using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Options;

/// <summary>A value that the target's release does not take for the option.</summary>
internal sealed class OptionValueRefused : NodeRule
{
    private static readonly OptionName s_cpuModels = new("libvirt", "cpu_models");

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5001", "Option value that is refused",
        "{0} = '{1}' is not accepted by {2}, which takes {3}; {4}{5}",
        Consequence.Refused, "nova checks a value when it first reads the option, not when it reads the file: some mistakes stop nova-compute, others fail the first guest that needs the option.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Release is not { } release)
        {
            yield break;
        }

        foreach (var option in node.EachOption.Concat(node.OptionsThroughExtra))
        {
            // What a structure's parts cannot be written as is NOVA5005's.
            if (option.History?.In(release) is not { } facts || StructuredText.Flaws(option.Declared).Any())
            {
                continue;
            }

            var takesList = facts.IsMultiValued || facts.Type is OptionType.List or OptionType.Dict;
            if (option.Value is Sequence { Items.Count: > 1 } list && !takesList && option.Name != s_cpuModels)
            {
                yield return Refused(node, option, list, "a list", release, new OptionValueForm.Refusal("a single value", null));
                continue;
            }

            foreach (var value in KnownItems.Of(option.Value).Concat(option.Value is Known single ? [single] : []))
            {
                if (OptionText.Flaw(value.Value) is null && !OptionText.HasReference(value.Value)
                    && OptionValueForm.Check(facts, value.Value) is { } refusal)
                {
                    yield return Refused(node, option, value, value.Value, release, refusal).ReplaceBy(refusal.Suggestion);
                }
            }
        }
    }

    private Finding Refused(NodeFacts node, OptionSetting option, PartialValue at, string text, Release release, OptionValueForm.Refusal refusal) => Found(
        at, option.Name.ToString(), text, release.DisplayName, refusal.Expected,
        OptionReading.Outcome(node, option.Name),
        Phrases.DidYouMean(refusal.Suggestion));
}
