namespace ConfigSdk.Rules.CpuSets;

/// <summary>The options of a node that hold sets of host CPUs.</summary>
internal sealed class NodeCpuSets(NodeFacts node)
{
    public NodeFacts Node => node;

    public static NodeCpuSets Of(NodeFacts node) => node.Derived(n => new NodeCpuSets(n));

    public CpuSetOption Pinned { get; } = new(node, "DEFAULT", "vcpu_pin_set");

    public CpuSetOption Shared { get; } = new(node, "compute", "cpu_shared_set");

    public CpuSetOption Dedicated { get; } = new(node, "compute", "cpu_dedicated_set");

    /// <summary>The sets by which nova counts its CPUs. With vcpu_pin_set beside cpu_dedicated_set it does not get as far.</summary>
    public IEnumerable<CpuSetOption> Counted
    {
        get
        {
            var isBefore20 = node.Target.Release?.IsAtLeast("20.0.0") == false;
            CpuSetOption?[] counted =
            [
                isBefore20 || Dedicated.IsSet == false ? Pinned : null,
                Pinned.IsSet == false ? Dedicated : null,
                Pinned.IsSet == false && node.Target.Release?.IsAtLeast("20.0.0") == true ? Shared : null,
            ];
            return counted.OfType<CpuSetOption>();
        }
    }
}
