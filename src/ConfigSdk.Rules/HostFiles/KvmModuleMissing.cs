using ConfigSdk.Catalog;
using ConfigSdk.Rules.Cpu;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>KVM guests on a host whose modules leave out KVM.</summary>
internal sealed class KvmModuleMissing : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2002", "KVM without its kernel module",
        "Guests run under virt_type kvm, but neither kvm_intel nor kvm_amd is among the modules; unless the kernel loads one by itself there is no /dev/kvm, and libvirt fails guests with: no supported architecture for os type 'hvm'. Add KernelModule.KvmIntel or KernelModule.KvmAmd.",
        Consequence.Harmful, "nova never looks whether KVM is there. Without the vendor's module the guests' start fails.")
    {
        Fixes = RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        // A profile's list may be replaced by those that inherit from it, each for its own vendor.
        if (node.IsFinal && node.UsesKvm() && node.Target.Architecture is "x86_64" or "i686" && AllKnown(node)
            && node.Loads("kvm_intel") == false && node.Loads("kvm_amd") == false && !UnknownKernelModule.HasDoubtfulName(node))
        {
            var finding = Found(node.Modules).With(node.Option("libvirt", "virt_type"));
            var vendor = node.Host(ModelNames.Cpu, ModelNames.Vendor).Text;
            yield return vendor is not null && CpuVendors.ModuleOf(vendor) is { } module ? finding.OfferToAddItem($"KernelModule.{CSharpNames.Pascal(module)}") : finding;
        }
    }
}
