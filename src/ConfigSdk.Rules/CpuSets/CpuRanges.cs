namespace ConfigSdk.Rules.CpuSets;

/// <summary>A set of CPUs, as ranges in order that neither touch nor overlap: a text may name more CPUs than anybody could count one by one.</summary>
internal sealed class CpuRanges
{
    private readonly IReadOnlyList<(long First, long Last)> _ranges;

    private CpuRanges(IReadOnlyList<(long First, long Last)> ranges) => _ranges = ranges;

    public static CpuRanges Of(IEnumerable<(long First, long Last)> ranges)
    {
        var merged = new List<(long First, long Last)>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            if (merged.Count > 0 && merged[merged.Count - 1] is var before && range.First - 1 <= before.Last)
            {
                merged[merged.Count - 1] = (before.First, Math.Max(before.Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return new(merged);
    }

    public bool IsEmpty => _ranges.Count == 0;

    /// <summary>How many CPUs there are.</summary>
    public long Count => _ranges.Sum(r => r.Last - r.First + 1);

    /// <summary>The first CPU of a set that has some.</summary>
    public long First => _ranges[0].First;

    /// <summary>The last CPU of a set that has some.</summary>
    public long Last => _ranges[_ranges.Count - 1].Last;

    public bool Has(long cpu) => _ranges.Any(r => r.First <= cpu && cpu <= r.Last);

    public CpuRanges With(CpuRanges other) => Of(_ranges.Concat(other._ranges));

    public CpuRanges Common(CpuRanges other) => Of(
        from a in _ranges
        from b in other._ranges
        let first = Math.Max(a.First, b.First)
        let last = Math.Min(a.Last, b.Last)
        where first <= last
        select (first, last));

    public CpuRanges Without(CpuRanges other) => new([.. _ranges.SelectMany(r => Pieces(r, other))]);

    /// <summary>The CPUs from a number on.</summary>
    public CpuRanges From(long cpu) => Common(Of([(cpu, long.MaxValue)]));

    /// <summary>The CPUs below a number.</summary>
    public CpuRanges Below(long cpu) => Without(From(cpu));

    /// <summary>The set as nova takes it: <c>0-1,4</c>.</summary>
    public override string ToString() => Text(_ranges);

    /// <summary>The set as messages name it: the rest of a long one is left out.</summary>
    public string ToShortText() => _ranges.Count > 8 ? Text(_ranges.Take(8)) + ",..." : Text(_ranges);

    private static string Text(IEnumerable<(long First, long Last)> ranges) => string.Join(",", ranges.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}"));

    private static IEnumerable<(long, long)> Pieces((long First, long Last) range, CpuRanges holes)
    {
        var first = range.First;
        foreach (var hole in holes._ranges.Where(h => h.Last >= range.First && h.First <= range.Last))
        {
            if (first < hole.First)
            {
                yield return (first, hole.First - 1);
            }

            first = hole.Last + 1;
        }

        if (first <= range.Last)
        {
            yield return (first, range.Last);
        }
    }
}
