using System.Text;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>preflight.sh, which tells on the node whether it is what its declaration takes it for; only the checks that concern the node.</summary>
internal sealed class PreflightScript : INodeArtifact
{
    private static readonly Dictionary<string, string[]> s_needs = new()
    {
        ["cpu_model"] = ["cpu_flags"],
        ["cpu_virtualization"] = ["cpu_flags"],
        ["kvm_access"] = ["kvm_device"],
        ["kvm_modules"] = ["cpu_flags", "kernel_module"],
        ["kvm_permission"] = ["kvm_device"],
        ["log_end"] = ["log_pattern"],
    };

    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_parts = new(() => typeof(PreflightScript).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith("Preflight.", StringComparison.Ordinal))
        .ToDictionary(n => n["Preflight.".Length..^".sh".Length], Script.Part));

    public IEnumerable<BundleFile> Render(NodeFacts node)
    {
        PreflightCheck[] checks =
        [
            .. HostChecks.Of(node), .. CpuChecks.Of(node), .. ModuleChecks.Of(node), .. KvmChecks.Of(node), .. KernelChecks.Of(node),
            .. HypervisorChecks.Of(node), .. OptionChecks.Of(node), .. OtherConfCheck.Of(node), .. LogChecks.Of(node),
        ];
        var text = new StringBuilder(s_parts.Value["begin"].Replace("@NODE@", node.Name.Text, StringComparison.Ordinal));
        foreach (var function in checks.SelectMany(c => (s_needs.TryGetValue(c.Function, out var needed) ? needed : []).Append(c.Function)).Distinct())
        {
            text.Append('\n').Append(s_parts.Value[function]);
        }

        if (checks.Any(c => c.Function == OtherConfCheck.Function))
        {
            text.Append('\n').Append(OtherConfCheck.DeclaredOptions(node));
        }

        text.Append('\n');
        foreach (var check in checks)
        {
            text.Append(check.Call).Append('\n');
        }

        return [Script.File("preflight.sh", text.Append(s_parts.Value["end"]).ToString())];
    }
}
