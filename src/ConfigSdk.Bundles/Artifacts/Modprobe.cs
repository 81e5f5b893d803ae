using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>/etc/modprobe.d: the parameters of modules, KVM's together in kvm.conf, each other module's in a file of its name.</summary>
internal sealed class Modprobe : INodeArtifact
{
    public IEnumerable<BundleFile> Render(NodeFacts node) => node.KnownModules
        .Where(m => m.Parameters.Count > 0)
        .GroupBy(m => FileOf(KernelModules.Normalize(m.Name.Text!)))
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(file => BundleFile.OnNode(
            $"/etc/modprobe.d/{file.Key}.conf",
            Header.For(node, "parameters of kernel modules") + string.Concat(file.Select(Line))));

    private static string FileOf(string module) => module is "kvm" or "kvm_intel" or "kvm_amd" ? "kvm" : module;

    private static string Line(ModuleFacts module)
    {
        var parameters = module.Parameters.OrderBy(p => p.Name.Text, StringComparer.Ordinal).Select(p => $"{p.Name.Text}={p.Value.Text}");
        return $"options {module.Name.Text} {string.Join(" ", parameters)}\n";
    }
}
