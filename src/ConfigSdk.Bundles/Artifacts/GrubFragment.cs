using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>
/// /etc/default/grub.d/nova-compute.cfg: what is added to the kernel's command line. grub-mkconfig sources it behind /etc/default/grub, by a
/// shell. NOVA2035 keeps out whatever a shell in double quotes, GRUB or the kernel would give a meaning.
/// </summary>
internal sealed class GrubFragment : INodeArtifact
{
    public IEnumerable<BundleFile> Render(NodeFacts node)
    {
        var arguments = node.WritesGrubFragment() ? node.GrubArguments().Select(a => " " + a.Argument).ToArray() : [];
        if (arguments.Length > 0)
        {
            yield return BundleFile.OnNode(
                "/etc/default/grub.d/nova-compute.cfg",
                Header.For(node, "arguments of the kernel's command line") + $"GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX{string.Concat(arguments)}\"\n");
        }
    }
}
