using System.Globalization;

namespace ConfigSdk.Rules;

/// <summary>The CPUs that a set's text names, as nova reads it: numbers and ranges between commas, what stands behind a <c>^</c> is excluded.</summary>
internal static class CpuSetForm
{
    // No kernel numbers so many; a text that names more is a mistake of another kind.
    private const int Most = 65_536;

    /// <summary>The CPUs; null for a text that nova does not take for certain, or that names more than any kernel has.</summary>
    public static IReadOnlyCollection<int>? Parse(string text)
    {
        HashSet<int> included = [], excluded = [];
        foreach (var part in text.Split(',').Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var isExcluded = part[0] == '^';
            var ends = (isExcluded ? part.Substring(1) : part).Split(['-'], 2);
            if (Number(ends[0]) is not { } first || Number(ends[ends.Length - 1]) is not { } last || first > last)
            {
                return null;
            }

            (isExcluded ? excluded : included).UnionWith(Enumerable.Range(first, last - first + 1));
        }

        included.ExceptWith(excluded);
        return included;
    }

    private static int? Number(string text) =>
        text.Trim() is { Length: > 0 } digits && digits.All(c => c is >= '0' and <= '9')
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Most ? number : null;
}
