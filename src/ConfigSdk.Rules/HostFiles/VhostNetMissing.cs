namespace ConfigSdk.Rules.HostFiles;

/// <summary>KVM without the kernel's own virtio-net back end.</summary>
internal sealed class VhostNetMissing : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2003", "KVM without vhost_net",
        "vhost_net is not among the modules; unless something else loads it, QEMU moves the guests' network packets itself, which is slower. Add KernelModule.VhostNet.",
        Consequence.Notable, "With vhost_net the kernel moves packets between a guest's virtio network card and its tap device, without QEMU in between.")
    {
        Fixes = RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.IsFinal && node.UsesKvm() && AllKnown(node)
            && Named(node).Any(m => m.Name is "kvm" or "kvm_intel" or "kvm_amd") && node.Loads("vhost_net") == false && !UnknownKernelModule.HasDoubtfulName(node))
        {
            yield return Found(node.Modules).OfferToAddItem("KernelModule.VhostNet");
        }
    }
}
