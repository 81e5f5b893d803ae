using System.Globalization;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>An entry of reserved huge pages that no page of the host answers to, or that another one replaces.</summary>
internal sealed class ReservedPagesIgnored : LibvirtRule
{
    // Linux's page sizes on x86_64, in KiB.
    private static readonly double[] s_sizes = [4, 2048, 1048576];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4018", "Reserved huge pages without effect",
        "'{0}' of [DEFAULT] reserved_huge_pages reserves nothing: {1}",
        Consequence.Harmful, "nova looks an entry up by NUMA node and page size; what it never asks for is reserved by nobody, and guests get those pages.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var entries = ReservedPages.Of(node).Where(e => e.Flaw is null).ToArray();
        for (var i = 0; i < entries.Length; i++)
        {
            var (entry, text) = (entries[i], entries[i].Declared.Value);
            if (entry.Size is not { } size)
            {
                continue;
            }

            if (node.Target.Architecture == "x86_64" && !s_sizes.Contains(size))
            {
                yield return Found(entry.Declared, text, $"x86_64 has no pages of {size.ToString(CultureInfo.InvariantCulture)} KiB but such of 2048 (2MB) and 1048576 (1GB)").With(node.Target.Declared);
            }
            else if (entry.Node is { } number && entries.Skip(i + 1).LastOrDefault(e => e.Node == number && e.Size == size) is { } later)
            {
                yield return Found(entry.Declared, text, $"'{later.Declared.Value}' is for the same node and size, and the last one counts").With(later.Declared);
            }
        }
    }
}
