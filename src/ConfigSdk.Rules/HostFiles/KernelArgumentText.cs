using System.Globalization;
using ConfigSdk.Rules.CpuSets;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>How the kernel reads the values of its command line's arguments.</summary>
internal static class KernelArgumentText
{
    /// <summary>The CPUs of <c>isolcpus=</c> or <c>nohz_full=</c>, without the flags before them; null for other texts, and for lists in other words.</summary>
    public static CpuRanges? Cpus(string text)
    {
        var ranges = text.Split(',').SkipWhile(p => p is "nohz" or "domain" or "managed_irq").Select(p => p.Split('-').Select(Number).ToArray()).ToArray();
        return ranges.Length > 0 && ranges.All(r => r.Length is 1 or 2 && r.All(n => n is not null) && r[0] <= r[r.Length - 1])
            ? CpuRanges.Of(ranges.Select(r => (r[0]!.Value, r[r.Length - 1]!.Value)))
            : null;
    }

    /// <summary>
    /// How many pages of which size in KiB the arguments make the kernel keep, each with the argument that says so; null if they may also mean something
    /// else: <c>hugepages=</c> is of the size that was named before it.
    /// </summary>
    public static IReadOnlyDictionary<long, (long Count, KernelArgumentFact At)>? HugePages(IEnumerable<KernelArgumentFact> arguments)
    {
        var pools = new Dictionary<long, (long Count, KernelArgumentFact At)>();
        long? size = null;
        foreach (var argument in arguments.Where(a => a.Key is "hugepagesz" or "hugepages"))
        {
            if (argument.Key == "hugepagesz")
            {
                size = argument.Value.Text is { } text ? HostKernelFacts.SizeOf(text) : null;
            }
            else if (size is null || pools.ContainsKey(size.Value) || Count(argument.Value.Text) is not { } count)
            {
                return null;
            }
            else
            {
                pools[size.Value] = (count, argument);
            }
        }

        return pools;
    }

    // A number, or one for each NUMA node: 0:8,1:8.
    private static long? Count(string? text)
    {
        var parts = (text ?? "").Split(',').Select(p => p.Split(':')).ToArray();
        return parts.All(p => p.Length == (text!.Contains(':') ? 2 : 1) && p.All(n => Number(n) is not null)) ? parts.Sum(p => Number(p[p.Length - 1])!.Value) : null;
    }

    private static long? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
