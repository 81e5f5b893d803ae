using ConfigSdk.Rules.Cpu;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>The other vendor's KVM module beside the one that fits the CPU.</summary>
internal sealed class ModuleBesideItsRival : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2012", "KVM module that cannot load on this CPU",
        "{0} cannot load on a CPU of {1}'s, which has {2} beside it. Each boot logs an error, and systemd-modules-load.service counts as failed. Leave {0} out.",
        Consequence.Notable, "Guests run, as the fitting module is there too. But a unit that failed at boot makes the system's state degraded, and hides failures that matter.")
    {
        Fixes = RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var vendor = node.Host(ModelNames.Cpu, ModelNames.Vendor);
        var right = vendor.Text is { } text ? CpuVendors.ModuleOf(text) : null;
        return right is null || node.Loads(right) != true ? []
            : from m in Named(node)
              where m.Name is "kvm_intel" or "kvm_amd" && m.Name != right
              select Found(m.Module.Declared.Origin is null ? m.Module.Name : m.Module.Declared, m.Name, vendor.Text!, right).With(vendor).OfferToRemoveItem();
    }
}
