using ConfigSdk.Rules.Cpu;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>The virtualization module of the other vendor's CPUs.</summary>
internal sealed class ModuleOfOtherVendor : HostRule
{
    private static readonly string[] s_modules = ["kvm_intel", "kvm_amd"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2001", "KVM module of another CPU vendor",
        "{0} cannot run on {1}: the kernel refuses to load it (Operation not supported), /dev/kvm never appears, and libvirt fails guests with: no supported architecture for os type 'hvm'. Load {2}.",
        Consequence.Harmful, "kvm_intel drives Intel's virtualization (VMX), kvm_amd that of AMD and Hygon (SVM). Each loads on its own vendor's CPUs only.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var (right, why, involved) = RightModule(node);
        // A host that loads both modules, for either vendor, gets its /dev/kvm.
        if (right is null || node.Loads(right) != false)
        {
            return [];
        }

        return Named(node).Where(m => s_modules.Contains(m.Name) && m.Name != right)
            .Select(m => Found(At(m.Module), m.Name, why, right).With(involved).ReplaceBy(right));
    }

    private static (string? Module, string Why, PartialValue From) RightModule(NodeFacts node)
    {
        var vendor = node.Host(ModelNames.Cpu, ModelNames.Vendor);
        if (vendor.Text is { } declared)
        {
            return (CpuVendors.ModuleOf(declared), $"a host with a CPU of {declared}'s", vendor);
        }

        var cpu = GuestCpu.Of(node);
        if (cpu.Mode.Text != "custom" || !node.UsesKvm() || KnownItems.All(cpu.Models) is null || node.Target.CpuMap is not { } map)
        {
            return (null, "", vendor);
        }

        // nova-compute starts only where the host can run every model.
        var telling = cpu.ModelNames.Select(m => map.FindInAnyCase(m.Value)).Where(m => m?.Vendor is not null && !CpuVendors.RunsOnOthers(m.Name)).ToArray();
        return telling.Select(m => CpuVendors.ModuleOf(m!.Vendor!)).Distinct().Count() == 1
            ? (CpuVendors.ModuleOf(telling[0]!.Vendor!), $"a host for the CPU model {telling[0]!.Name} of {telling[0]!.Vendor}'s", cpu.Models)
            : (null, "", vendor);
    }
}
