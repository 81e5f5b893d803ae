namespace ConfigSdk.Rules.Cpu;

/// <summary>A rule over the guests' CPU, which only the libvirt driver reads.</summary>
internal abstract class GuestCpuRule : NodeRule
{
    public sealed override IEnumerable<Finding> Judge(NodeFacts node) => node.MayUseOtherDriver() ? [] : Judge(GuestCpu.Of(node));

    protected abstract IEnumerable<Finding> Judge(GuestCpu cpu);
}
