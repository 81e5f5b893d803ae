using System.Globalization;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Huge pages that nova is to keep from guests, of which the host has none or not so many.</summary>
internal sealed class ReservedHugePagesMissing : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2028", "More huge pages reserved than the host has",
        "reserved_huge_pages keeps {0} pages of {1} from guests, and the host has {2}; {3}",
        Consequence.Harmful, "nova takes what is reserved off the pages that each NUMA node has. It looks at sizes that the host has only, and lets no guest have pages of which there are none left.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var reserved = node.Sets("DEFAULT", "reserved_huge_pages") ? node.ItemsOf("DEFAULT", "reserved_huge_pages")?.Select(Read).ToArray() : null;
        // nova-compute does not start with an entry that it cannot read.
        if (node.MayUseOtherDriver() || node.HugePages() is not { } pools || reserved?.Contains(null) != false)
        {
            yield break;
        }

        // Of several entries for a NUMA node and a size the last one counts.
        var counting = reserved.OfType<Reserved>().GroupBy(r => (r.Node, r.Size)).Select(g => g.Last());
        foreach (var size in counting.Where(r => r.Count > 0).GroupBy(r => r.Size))
        {
            var (wanted, there) = (size.Sum(r => r.Count), pools.Where(p => p.Size == size.Key).Sum(p => (long)p.Count));
            // Ordinary pages are never declared, and nova counts them too.
            if (wanted > there && size.Key > 4)
            {
                yield return Found(
                    size.Last().At, wanted, HostKernelFacts.SizeText(size.Key), there == 0 ? "none" : there.ToString(CultureInfo.InvariantCulture),
                    there == 0 ? "the entry has no effect" : "on one NUMA node at least none would be left for guests").With(node.Host(ModelNames.Kernel, ModelNames.HugePages));
            }
        }
    }

    private static Reserved? Read(Known entry)
    {
        var parts = entry.Value.Split(',').Select(p => p.Split([':'], 2)).ToArray();
        return parts.All(p => p.Length == 2) && parts.Select(p => p[0].Trim()).Distinct().Count() == parts.Length
            && Number(Part("node")) is { } node && Size(Part("size")) is { } size && Number(Part("count")) is { } count
            ? new Reserved(node, size, count, entry)
            : null;

        string? Part(string key) => parts.FirstOrDefault(p => p[0].Trim() == key)?[1].Trim();
    }

    // nova takes a bare number for KiB, and text for what it says.
    private static long? Size(string? text) => text is null ? null : Number(text) ?? (text.EndsWith("B", StringComparison.Ordinal) && !text.Any(char.IsLower) ? HostKernelFacts.SizeOf(text) : null);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue ? number : null;

    private sealed record Reserved(long Node, long Size, long Count, Known At);
}
