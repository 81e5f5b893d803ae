using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>The modules that the declaration has loaded, those that KVM needs, and their parameters.</summary>
internal static class ModuleChecks
{
    private const string NoKvm = "no guest starts under KVM, and libvirt says: no supported architecture for os type 'hvm'";

    public static IEnumerable<PreflightCheck> Of(NodeFacts node)
    {
        var modules = node.KnownModules.Select(m => KernelModules.Normalize(m.Name.Text!)).Distinct().ToArray();
        foreach (var module in modules)
        {
            var (status, effect) = Outcome(module);
            yield return new("kernel_module", module, status, effect);
        }

        if (node.UsesKvm() && !modules.Contains("kvm"))
        {
            yield return new("kernel_module", "kvm", "failed", NoKvm);
        }

        if (node.UsesKvm() && node.IsX86() && !modules.Contains("kvm_intel") && !modules.Contains("kvm_amd"))
        {
            yield return new("kvm_modules", NoKvm);
        }

        // Of several settings the last one counts, as for the kernel.
        foreach (var parameter in node.KnownModules
            .SelectMany(m => m.Parameters.OrderBy(p => p.Name.Text, StringComparer.Ordinal).Select(p => (Module: KernelModules.Normalize(m.Name.Text!), Name: KernelModules.Normalize(p.Name.Text!), Value: p.Value.Text!)))
            .GroupBy(p => (p.Module, p.Name), p => p.Value))
        {
            yield return new("module_parameter", parameter.Key.Module, parameter.Key.Name, parameter.Last());
        }
    }

    private static (string Status, string Effect) Outcome(string module) => module switch
    {
        "kvm" or "kvm_intel" or "kvm_amd" => ("failed", NoKvm),
        "vhost_net" => ("warning", "unless it is loaded on demand, QEMU moves the guests' network packets itself, which is slower"),
        "vfio_pci" => ("warning", "unless libvirt loads it, no guest with a PCI device starts"),
        _ => ("failed", "what needs the module does not work before the next boot"),
    };
}
