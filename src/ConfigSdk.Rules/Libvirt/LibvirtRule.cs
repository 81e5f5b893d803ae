namespace ConfigSdk.Rules.Libvirt;

/// <summary>A rule over what nova's libvirt driver does; it has nothing to say where another driver may be at work.</summary>
internal abstract class LibvirtRule : NodeRule
{
    public sealed override IEnumerable<Finding> Judge(NodeFacts node) => node.MayUseOtherDriver() ? [] : JudgeLibvirt(node);

    /// <summary>What is wrong with a node that the libvirt driver runs.</summary>
    protected abstract IEnumerable<Finding> JudgeLibvirt(NodeFacts node);
}
