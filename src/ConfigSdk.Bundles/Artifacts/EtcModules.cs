using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>
/// /etc/modules: a module's name a line, loaded in order at boot. Debian's systemd reads it through a link in modules-load.d. RHEL has no such
/// link and nothing else that reads it; there the file is one of modules-load.d itself.
/// </summary>
internal sealed class EtcModules : INodeArtifact
{
    public IEnumerable<BundleFile> Render(NodeFacts node)
    {
        var modules = node.KnownModules.Select(m => m.Name.Text!).ToArray();
        if (modules.Length > 0)
        {
            yield return BundleFile.OnNode(
                node.Target.Platform is { IsRhel: true } ? "/etc/modules-load.d/nova-compute.conf" : "/etc/modules",
                Header.For(node, "kernel modules loaded at boot") + string.Concat(modules.Select(m => m + "\n")));
        }
    }
}
