namespace ConfigSdk.Catalog;

/// <summary>nova's own options in every bundled release.</summary>
public sealed class NovaOptions
{
    private readonly Lazy<Index> _index = new(Load);

    internal NovaOptions()
    {
    }

    /// <summary>Every option, by group and name; <c>[DEFAULT]</c> first. An option that nova renamed is here once, under its newest name.</summary>
    public IReadOnlyList<OptionHistory> All => _index.Value.All;

    /// <summary>The option that has or once had this name; null if no bundled release registers it.</summary>
    public OptionHistory? Find(OptionName name) =>
        _index.Value.ByName.TryGetValue(name, out var h) ? h : null;

    /// <summary>The option that has or once had this name; null if no bundled release registers it.</summary>
    public OptionHistory? Find(string group, string option) => Find(new OptionName(group, option));

    /// <summary>The options that read what stands under an old name, and the ranges of releases in which they do.</summary>
    public IEnumerable<(OptionHistory Option, OptionFacts Range)> ReadersOf(OptionName oldName) => _index.Value.ByOldName[oldName];

    private sealed record Index(
        IReadOnlyList<OptionHistory> All, Dictionary<OptionName, OptionHistory> ByName, ILookup<OptionName, (OptionHistory Option, OptionFacts Range)> ByOldName);

    private static Index Load()
    {
        var byName = new Dictionary<OptionName, OptionHistory>();
        foreach (var group in FactFile.Read("nova-options.tsv").GroupBy(r => new OptionName(r[0], r[1])))
        {
            var rows = group.ToArray();
            var late = rows[0][14].Split([','], StringSplitOptions.RemoveEmptyEntries);
            byName.Add(group.Key, new OptionHistory(group.Key, [.. rows.Select(r => new OptionFacts(r))], late));
        }

        var all = byName.Values.ToList();
        var renames = Renames(all, byName);
        // Newest first, so that a chain of renames ends in one history.
        foreach (var (from, to) in renames.OrderByDescending(r => r.To.Ranges[0].First))
        {
            var heir = byName[to.Name];
            heir.Ranges = [.. from.Ranges, .. heir.Ranges];
            foreach (var name in byName.Where(p => ReferenceEquals(p.Value, from)).Select(p => p.Key).ToArray())
            {
                byName[name] = heir;
            }

            all.Remove(from);
        }

        var byOldName = all.SelectMany(o => o.Ranges.SelectMany(r => r.OldNames.Select(n => (Name: n, Option: o, Range: r))))
            .ToLookup(p => p.Name, p => (p.Option, p.Range));
        return new Index(all, byName, byOldName);
    }

    /// <summary>
    /// A is renamed to B when B reads A's name as an old one and A was gone before B came. Where one option took the place of
    /// several of the same release, or several read the same old name, which one a declaration means is not certain: no rename.
    /// </summary>
    private static List<(OptionHistory From, OptionHistory To)> Renames(List<OptionHistory> all, Dictionary<OptionName, OptionHistory> byName)
    {
        var pairs = new List<(OptionHistory From, OptionHistory To)>();
        foreach (var heir in all)
        {
            var former = heir.Ranges.SelectMany(r => r.OldNames).Distinct()
                .Where(byName.ContainsKey).Select(n => byName[n])
                .Where(o => o != heir && o.Latest.Last is { } last && last < heir.Introduced && !o.IsSecret && !heir.IsSecret).ToArray();
            if (former.Length == 1)
            {
                pairs.Add((former[0], heir));
            }
        }

        var claimed = pairs.ToLookup(p => p.From);
        return [.. pairs.Where(p => claimed[p.From].Count() == 1)];
    }
}
