using System.Globalization;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.CpuSets;

namespace ConfigSdk.Rules;

/// <summary>What a declaration says of a host's CPUs and of what its kernel was booted with. Null where it says nothing, or nothing that can be.</summary>
internal static class HostKernelFacts
{
    /// <summary>How many CPUs the host has.</summary>
    public static (int Count, PartialValue At)? Cpus(this NodeFacts node) =>
        node.Host(ModelNames.Cpus) is var at && Number(at) is > 0 and var count ? (count, at) : null;

    /// <summary>The CPUs that the scheduler leaves alone.</summary>
    public static (CpuRanges Cpus, PartialValue At)? IsolatedCpus(this NodeFacts node) =>
        node.Host(ModelNames.Kernel, ModelNames.IsolatedCpus) is { Text: { } text } at && CpuSetText.ReadAny(text, Release.Newest).Cpus is { } cpus
            ? (cpus, at)
            : null;

    /// <summary>Every pool of huge pages; null if one of them may be missing or is not known.</summary>
    public static IReadOnlyList<HugePages>? HugePages(this NodeFacts node) =>
        node.Host(ModelNames.Kernel, ModelNames.HugePages) is Sequence { IsOpen: false } list && KnownHugePages(node) is var known && known.Count == list.Items.Count ? known : null;

    /// <summary>The pools of huge pages that are known.</summary>
    public static IReadOnlyList<HugePages> KnownHugePages(this NodeFacts node) =>
    [
        .. from pool in (node.Host(ModelNames.Kernel, ModelNames.HugePages) as Sequence)?.Items.OfType<Record>() ?? []
           let size = pool[ModelNames.Size].Text is { } text ? SizeOf(text) : null
           where size is not null && Number(pool[ModelNames.Count]) is not null
           select new HugePages(size.Value, Number(pool[ModelNames.Count])!.Value, pool),
    ];

    /// <summary>A page's size in KiB as the kernel's command line writes it: a number of bytes, or of the unit behind it. Null for other texts, and for parts of KiB.</summary>
    public static long? SizeOf(string text)
    {
        var digits = new string([.. text.TakeWhile(c => c is >= '0' and <= '9')]);
        var shift = text.Substring(digits.Length).ToUpperInvariant() switch
        {
            "" => 0,
            "K" or "KB" => 10,
            "M" or "MB" => 20,
            "G" or "GB" => 30,
            _ => -1,
        };
        return shift >= 0 && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number <= long.MaxValue >> shift && (number << shift) % 1024 == 0 ? (number << shift) / 1024 : null;
    }

    /// <summary>A page's size as people say it: <c>2M</c>, <c>1G</c>.</summary>
    public static string SizeText(long kib) =>
        kib % (1 << 20) == 0 ? Text(kib >> 20, "G") : kib % (1 << 10) == 0 ? Text(kib >> 10, "M") : Text(kib, "K");

    private static string Text(long number, string unit) => number.ToString(CultureInfo.InvariantCulture) + unit;

    private static int? Number(PartialValue value) =>
        int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Huge pages of one size that the kernel keeps.</summary>
/// <param name="Size">A page's size in KiB.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Declared">The whole entry.</param>
internal sealed record HugePages(long Size, int Count, PartialValue Declared);
