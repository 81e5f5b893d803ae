using ConfigSdk.Catalog;
using ConfigSdk.Rules.Security;

namespace ConfigSdk.Rules.Options;

/// <summary>An option that goes past its own property.</summary>
internal sealed class TypedOptionThroughExtra : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5003", "Typed option set through Extra",
        "{0} has a property of its own, Nova.{1}; what is set through Nova.Extra may set the option twice, or under a name that the release does not know. Set Nova.{1} instead.",
        Consequence.Harmful, "Nova.Extra is for options that the model does not type, such as those of plug-ins. An option that it types is written under the release's name for it only from its property.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var extra in node.Extra)
        {
            if (extra.Name is { } name && !SecretInBundle.IsFoundIn(extra, node) && Typed(name, node.Catalog.Options) is { } option)
            {
                yield return Found(extra.Option, name.ToString(), OptionSetting.MemberNameOf(option.Name)).With(extra.Group, extra.Value);
            }
        }
    }

    private static OptionHistory? Typed(OptionName name, NovaOptions options)
    {
        var option = options.Find(name) ?? (options.ReadersOf(name).Select(r => r.Option).Distinct().Take(2).ToArray() is [var only] ? only : null);
        return option is { IsTyped: true } ? option : null;
    }
}
