using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Libvirt;

/// <summary>A rule over options that nova reads only beside certain values of others, and passes over in silence beside the rest.</summary>
internal abstract class OptionsWithoutEffect(string id, string title, string description) : LibvirtRule
{
    public sealed override RuleDescriptor Descriptor { get; } = new(
        id, title, "{0} has no effect: {1}. Leave out {2}, or {3}.", Consequence.Harmful, description)
    {
        Fixes = RuleFixes.Setting,
    };

    /// <summary>What a node passes over, as far as its facts tell.</summary>
    protected abstract IEnumerable<Ignored> IgnoredIn(NodeFacts node);

    protected sealed override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        from ignored in IgnoredIn(node)
        where node.Sets(ignored.Option.Group, ignored.Option.Option) && (Changes(node, ignored.Because) || node.Changes(ignored.Option.Group, ignored.Option.Option))
        select Found(node.Option(ignored.Option.Group, ignored.Option.Option), ignored.Option.ToString(), ignored.Why, OptionSetting.MemberNameOf(ignored.Option), ignored.Instead)
            .With(ignored.Because).OfferToRemove(CSharpNames.Pascal(ignored.Option.Option));

    // Whoever writes down what is so anyway, defaults beside defaults, asks for nothing.
    private static bool Changes(NodeFacts node, PartialValue because) =>
        because.IsSet && node.Options.Where(o => ReferenceEquals(o.Value, because)).All(o => node.Changes(o.Name.Group, o.Name.Option));

    /// <summary>An option that is passed over if it is set.</summary>
    /// <param name="Option">The option.</param>
    /// <param name="Why">The end of the sentence "… has no effect: …".</param>
    /// <param name="Instead">What else could be written, the end of "Leave out …, or …".</param>
    /// <param name="Because">The value that makes it so.</param>
    protected sealed record Ignored(OptionName Option, string Why, string Instead, PartialValue Because);
}
