namespace ConfigSdk.Rules.HostFiles;

/// <summary>Huge pages for guests whose memory is in files.</summary>
internal sealed class HugePagesUnused : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2030", "Huge pages beside file-backed memory",
        "The host keeps {0} huge pages of {1}, and with file_backed_memory guests cannot have them: one that asks for huge pages would fail to start. Leave out one of the two, unless the host itself uses the pages.",
        Consequence.Notable, "nova refuses guests with huge pages on a node with file-backed memory. The kernel keeps huge pages from everything else from boot on.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        // What is reserved beside file-backed memory is another rule's matter.
        if (!node.MayUseOtherDriver() && node.Sets("libvirt", "file_backed_memory") && node.NumberOf("libvirt", "file_backed_memory") > 0
            && node.Option("DEFAULT", "reserved_huge_pages").IsUnset && node.KnownHugePages().FirstOrDefault(p => p.Count > 0) is { } pool)
        {
            yield return Found(node.Option("libvirt", "file_backed_memory"), pool.Count, HostKernelFacts.SizeText(pool.Size)).With(pool.Declared);
        }
    }
}
