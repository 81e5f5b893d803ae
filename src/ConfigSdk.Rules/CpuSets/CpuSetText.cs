using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.CpuSets;

/// <summary>The text of a set of CPUs as nova reads it. What stands behind a ^ is excluded from the whole, wherever it stands.</summary>
internal sealed class CpuSetText
{
    private CpuSetText(string? flaw, CpuRanges? cpus, string? suggestion = null) => (Flaw, Cpus, Suggestion) = (flaw, cpus, suggestion);

    /// <summary>Why nova refuses the text; null if it does not, as far as is known.</summary>
    public string? Flaw { get; }

    /// <summary>The CPUs; null if nova refuses the text, or if it is not certain how nova reads it.</summary>
    public CpuRanges? Cpus { get; }

    /// <summary>What was probably meant by a text that is refused.</summary>
    public string? Suggestion { get; }

    /// <summary>Reads a set that has to name CPUs. A text that is empty is no set at all.</summary>
    /// <param name="text">The text.</param>
    /// <param name="release">The release that reads it; null if it is not known.</param>
    public static CpuSetText Read(string text, Release? release)
    {
        var read = ReadAny(text, release);
        return read is not { Cpus.IsEmpty: true } ? read
            : new(text.Split(',').All(e => e.Trim() is "" or ['^', ..]) ? "it names no CPU" : "every CPU that it names is excluded again", null);
    }

    /// <summary>Reads a set that may be empty, or name only CPUs that it excludes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="release">The release that reads it; null if it is not known.</param>
    public static CpuSetText ReadAny(string text, Release? release)
    {
        List<(long, long)> included = [], excluded = [];
        var isCertain = true;
        foreach (var element in text.Split(',').Select(e => e.Trim()).Where(e => e.Length > 0))
        {
            if (Element.Read(element, release) is not { } read)
            {
                isCertain = false;
            }
            else if (read.Flaw is { } flaw)
            {
                return new(flaw, null, read.Suggestion is null ? null : string.Join(",", text.Split(',').Select(e => e.Trim() == element ? read.Suggestion : e)));
            }
            else
            {
                (read.IsExcluded ? excluded : included).Add(read.Cpus);
            }
        }

        return new(null, isCertain ? CpuRanges.Of(included).Without(CpuRanges.Of(excluded)) : null);
    }

    private sealed record Element(bool IsExcluded, (long First, long Last) Cpus, string? Flaw = null, string? Suggestion = null)
    {
        /// <summary>One element; null if it is not certain how nova reads it.</summary>
        public static Element? Read(string text, Release? release)
        {
            var isExcluded = text[0] == '^';
            var cpus = isExcluded ? text.Substring(1) : text;
            var dash = cpus.IndexOf('-');
            if (dash < 0)
            {
                return WholeNumber.IsNone(cpus) ? Refused($"'{text}' is no CPU's number") : WholeNumber.Of(cpus) is { } cpu ? new(isExcluded, (cpu, cpu)) : null;
            }

            var (first, last) = (cpus.Substring(0, dash), cpus.Substring(dash + 1));
            return WholeNumber.IsNone(first) || WholeNumber.IsNone(last) ? Refused($"'{text}' is no range of CPUs such as 2-5")
                : isExcluded && release?.IsAtLeast("13.0.0") == false ? Refused($"'{text}' excludes a range, which nova takes since 13.0.0")
                : WholeNumber.Of(first) is not { } from || WholeNumber.Of(last) is not { } to ? null
                : from > to ? Refused($"'{text}' begins behind its end", to < 0 ? null : $"{(isExcluded ? "^" : "")}{to}-{from}")
                : isExcluded && release is null ? null
                : new(isExcluded, (from, to));
        }

        private static Element Refused(string flaw, string? suggestion = null) => new(false, default, flaw, suggestion);
    }
}
