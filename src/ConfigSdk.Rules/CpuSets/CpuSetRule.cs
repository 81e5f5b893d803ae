using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.CpuSets;

/// <summary>A rule over the sets of CPUs together. Before 20.0.0 guests got theirs from vcpu_pin_set alone.</summary>
internal abstract class CpuSetRule : LibvirtRule
{
    protected sealed override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) => node.Target.Release?.IsAtLeast("20.0.0") == true ? Judge(NodeCpuSets.Of(node)) : [];

    /// <summary>What is wrong with a node's sets.</summary>
    protected abstract IEnumerable<Finding> Judge(NodeCpuSets sets);
}
