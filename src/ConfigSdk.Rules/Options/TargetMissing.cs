namespace ConfigSdk.Rules.Options;

/// <summary>A node that is declared for no platform.</summary>
internal sealed class TargetMissing : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5004", "Node without a target",
        "The node{0} has no target, so neither can its settings be checked nor its files written. Set Target in its profile, for instance to Target.Debian13.",
        Consequence.Refused, "Options, CPU models and kernel modules depend on the releases of nova, libvirt and the kernel. The target names them.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.IsFinal && node.Target.Declared.IsUnset)
        {
            yield return Found(node.Declared, node.Name.Text is { } name ? $" '{name}'" : "");
        }
    }
}
