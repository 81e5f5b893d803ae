namespace ConfigSdk.Rules.CpuSets;

/// <summary>The options of a node that hold sets of host CPUs.</summary>
internal sealed class NodeCpuSets(NodeFacts node)
{
    public NodeFacts Node => node;

    public CpuSetOption Pinned { get; } = new(node, "DEFAULT", "vcpu_pin_set");

    public CpuSetOption Shared { get; } = new(node, "compute", "cpu_shared_set");

    public CpuSetOption Dedicated { get; } = new(node, "compute", "cpu_dedicated_set");
}
