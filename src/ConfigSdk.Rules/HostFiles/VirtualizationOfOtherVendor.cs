using ConfigSdk.Rules.Cpu;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>The flag of one vendor's virtualization for guests on the other vendor's hosts.</summary>
internal sealed class VirtualizationOfOtherVendor : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2014", "Virtualization flag of another CPU vendor",
        "{0} is {1}'s virtualization, and {2}; {3}, as the host's CPU cannot give the feature. Use {4}.",
        Consequence.Refused, "vmx is a feature of Intel's CPUs, svm one of AMD's and Hygon's. libvirt compares what a guest is to have with what the host's CPU has.")
    {
        Fixes = RuleFixes.Text | RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var cpu = GuestCpu.Of(node);
        if (!node.UsesKvm() || cpu.WhyFlagsAreIgnored is not null || !(cpu.Mode.IsUnset || cpu.Mode.Text is "custom" or "host-model")
            || !node.Sets("libvirt", "cpu_model_extra_flags") || ModuleOfHost(node) is not { } host)
        {
            yield break;
        }

        var (right, wrong) = host.Module == "kvm_intel" ? ("vmx", "svm") : ("svm", "vmx");
        foreach (var flag in cpu.FlagNames)
        {
            if (FlagText.Parse(flag.Value) is { IsDisabled: false } parsed && parsed.Name == wrong)
            {
                yield return Found(flag, wrong, wrong == "vmx" ? "Intel" : "AMD", host.Why, Outcome.NoGuest, right)
                    .With(host.At).ReplaceBy(parsed.Sign + right).OfferToRemoveItem();
            }
        }
    }

    private static (string Module, string Why, PartialValue At)? ModuleOfHost(NodeFacts node)
    {
        var vendor = node.Host(ModelNames.Cpu, ModelNames.Vendor);
        if (vendor.Text is { } text)
        {
            return CpuVendors.ModuleOf(text) is { } module ? (module, $"the host's CPU is one of {text}'s", vendor) : null;
        }

        var loaded = Named(node).Where(m => m.Name is "kvm_intel" or "kvm_amd").ToArray();
        return AllKnown(node) && loaded.Length == 1 ? (loaded[0].Name, $"the host runs KVM by {loaded[0].Name} alone", At(loaded[0].Module)) : null;
    }
}
