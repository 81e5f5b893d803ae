using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>A directory that depends on where nova-compute was started.</summary>
internal sealed class RelativeDirectory : NodeRule
{
    private static readonly OptionName[] s_directories = [new("DEFAULT", "instances_path"), new("DEFAULT", "state_path"), new("DEFAULT", "tempdir"), new("oslo_concurrency", "lock_path")];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5018", "Relative directory",
        "{0} = '{1}' is no absolute path: nova-compute looks for it below the directory in which it was started, which its service file decides. Begin it with a slash.",
        Consequence.Harmful, "oslo.config takes any text for a directory. What is done by hand in another directory then finds other files, and other locks.");

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from option in s_directories
        let path = node.Option(option.Group, option.Option) as Known
        where path is { Value: [not ('/' or '$'), ..] } && OptionText.Flaw(path.Value) is null
        select Found(path, option.ToString(), path.Value);
}
