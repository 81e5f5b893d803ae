namespace ConfigSdk.Rules.Images;

/// <summary>Sets of guest CPUs such as <c>0-3,^2</c>, as nova reads them.</summary>
internal static class GuestCpus
{
    // More CPUs than any guest has; a larger range is not counted out.
    private const long Most = 4096;

    /// <summary>Whether nova certainly reads no set in the text.</summary>
    public static bool IsNone(string text) => Elements(text).Any(e => e is null);

    /// <summary>The CPUs; null if the text is no set, or not certainly one.</summary>
    public static HashSet<long>? Of(string text)
    {
        HashSet<long> included = [], excluded = [];
        foreach (var element in Elements(text))
        {
            if (element is not { First: { } first, Last: { } last } || last - first > Most)
            {
                return null;
            }

            for (var cpu = first; cpu <= last; cpu++)
            {
                (element.IsExcluded ? excluded : included).Add(cpu);
            }
        }

        included.ExceptWith(excluded);
        return included;
    }

    /// <summary>The elements; null for one that is none, and null numbers where Python may read what is not read here.</summary>
    private static IEnumerable<Element?> Elements(string text)
    {
        foreach (var element in text.Split(',').Select(e => e.Trim()).Where(e => e.Length > 0))
        {
            var isExcluded = element[0] == '^';
            var cpus = isExcluded ? element.Substring(1) : element;
            var dash = cpus.IndexOf('-');
            var (first, last) = dash < 0 ? (cpus, cpus) : (cpus.Substring(0, dash), cpus.Substring(dash + 1));
            var (from, to) = (PropertyTexts.Integer(first), PropertyTexts.Integer(last));
            yield return PropertyTexts.IsNoInteger(first) || PropertyTexts.IsNoInteger(last) || from > to ? null : new Element(isExcluded, from, to);
        }
    }

    private sealed record Element(bool IsExcluded, long? First, long? Last);
}
