using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>
/// /etc/sysctl.d/70-nova-compute.conf: the kernel's settings at run time. Files are read by name: it comes behind what distributions, systemd
/// and libvirt ship (10 to 60), and before the administrator's own 99-sysctl.conf.
/// </summary>
internal sealed class SysctlConf : INodeArtifact
{
    public IEnumerable<BundleFile> Render(NodeFacts node)
    {
        var settings = node.Sysctl().Select(s => $"{s.Key.Text} = {s.Value.Text}\n").ToArray();
        if (settings.Length > 0)
        {
            yield return BundleFile.OnNode("/etc/sysctl.d/70-nova-compute.conf", Header.For(node, "settings of the kernel") + string.Concat(settings));
        }
    }
}
