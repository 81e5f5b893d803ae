namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A node whose nova.conf names no driver.</summary>
internal sealed class DriverMissing : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1023", "Node without a compute driver",
        "[DEFAULT] compute_driver is not set; unless another file on the node names a driver, as /etc/nova/nova-compute.conf of Debian's and Ubuntu's packages does, nova-compute ends at once. Set Default.ComputeDriver to ComputeDriver.Libvirt.",
        Consequence.Harmful, "compute_driver has no default. Without it nova-compute logs an error and exits.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        // A node that sets no option at all leaves nova.conf to others.
        if (node.IsFinal && node.Target.Release is not null && node.Option("DEFAULT", "compute_driver").IsUnset && (node.Extra.Count > 0 || node.Options.Any(o => o.Declared.IsSet)))
        {
            yield return Found(node.Declared);
        }
    }
}
