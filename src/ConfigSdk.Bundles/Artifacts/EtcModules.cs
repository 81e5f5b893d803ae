using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>/etc/modules: a module's name a line, loaded in order at boot. Debian's systemd reads it through a link in modules-load.d.</summary>
internal sealed class EtcModules : INodeArtifact
{
    public IEnumerable<BundleFile> Render(NodeFacts node)
    {
        var modules = node.KnownModules.Select(m => m.Name.Text!).ToArray();
        if (modules.Length > 0)
        {
            yield return BundleFile.OnNode("/etc/modules", Header.For(node, "kernel modules loaded at boot") + string.Concat(modules.Select(m => m + "\n")));
        }
    }
}
