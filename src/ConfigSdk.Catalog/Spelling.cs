namespace ConfigSdk.Catalog;

/// <summary>Finds the name that was probably meant.</summary>
public static class Spelling
{
    /// <summary>
    /// The candidate nearest to what was written, or null if none is near enough or two are equally near.
    /// Case and the signs <c>- _ .</c> count for nothing before letters are compared.
    /// </summary>
    public static string? Nearest(string written, IEnumerable<string> candidates)
    {
        if (written.Length is 0 or > 200)
        {
            return null;
        }

        string? best = null;
        var bestDistance = int.MaxValue;
        var tied = false;
        var bare = Bare(written);
        foreach (var candidate in candidates)
        {
            if (candidate == written)
            {
                continue;
            }

            var other = Bare(candidate);
            var limit = Math.Max(1, Math.Min(bare.Length, other.Length) / 3);
            // Signs and case alone are the nearest miss; among those, the one whose letters' case is right comes first.
            var distance = bare == other ? 0 : 1 + Distance(bare, other, limit);
            if (distance > limit + 1 || (bare.Length < 3 && distance > 0))
            {
                continue;
            }

            if (distance < bestDistance)
            {
                (best, bestDistance, tied) = (candidate, distance, false);
            }
            else if (distance == bestDistance)
            {
                tied = true;
            }
        }

        return tied ? null : best;
    }

    private static string Bare(string text) => new([.. text.Where(c => c is not ('-' or '_' or '.')).Select(char.ToLowerInvariant)]);

    /// <summary>Levenshtein's distance with swaps of neighbours counted as one; anything above the limit is reported as limit + 1.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return Math.Min(last[b.Length], limit + 1);
    }
}
