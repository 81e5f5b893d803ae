using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Catalog;

/// <summary>
/// nova-options.tsv, release by release. nova's own options are known in every release; those of libraries beside the releases
/// whose listings were read.
/// </summary>
internal sealed class OptionTable
{
    // The columns of one option's facts, from its type to what it is deprecated since.
    private const int FirstFact = 4;
    private const int FactCount = 10;
    private const int Late = 14;
    private const int RegisteredAs = 15;
    private const int Source = 16;
    private const string AuthGroup = "@auth";
    private const string RunTime = "run time";

    private readonly FactTable _table;
    private readonly SortedSet<int> _seen = [];
    private readonly Dictionary<OptionName, RegisteredOption> _own = [];
    private readonly Dictionary<OptionName, RegisteredOption> _libraries = [];

    public OptionTable(FactTable table)
    {
        _table = table;
        foreach (var row in table.Rows)
        {
            if (row[0] == "seen")
            {
                _seen.UnionWith(row[1].Split(' ').Select(t => Release.Parse(t).Ordinal));
                continue;
            }

            var isLibrary = FactTable.Field(row, Source).Length > 0;
            var earlier = FactTable.Field(row, RegisteredAs);
            var name = earlier.Length > 0 ? OptionName.ParseFact(earlier) : new OptionName(row[0], row[1]);
            var registered = isLibrary ? _libraries : _own;
            if (!registered.TryGetValue(name, out var option))
            {
                registered.Add(name, option = new RegisteredOption(FactTable.Field(row, Late), FactTable.Field(row, Source)));
            }

            var facts = Enumerable.Range(FirstFact, FactCount).Select(i => FactTable.Field(row, i)).ToArray();
            var last = row[3].Length == 0 ? Release.Newest.Ordinal : Release.Parse(row[3]).Ordinal;
            for (var release = Release.Parse(row[2]).Ordinal; release <= last; release++)
            {
                if (!isLibrary || _seen.Contains(release))
                {
                    option.Facts[release] = facts;
                }
            }
        }
    }

    /// <summary>Replaces what is known of one release.</summary>
    public void Renew(Release release, IReadOnlyList<ListedOption> listed)
    {
        var at = release.Ordinal;
        var listsAuth = listed.Any(o => o.Name.Group == AuthGroup);
        // Their options first: what other groups have of the same names is keystoneauth's.
        listed = [.. listed.OrderBy(o => o.Name.Group != AuthGroup)];
        var kept = new HashSet<RegisteredOption>();
        foreach (var option in listed)
        {
            var registered = Registered(option, at);
            kept.Add(registered);
            // What came late to a stable series is not in its first tag.
            if (registered.Facts.ContainsKey(at) || !registered.IsLateIn(release))
            {
                registered.Facts[at] = Merge(option, registered.Before(at));
            }
        }

        foreach (var (_, option) in _own.Where(o => !kept.Contains(o.Value) && !o.Value.IsDynamic))
        {
            option.Facts.Remove(at);
        }

        // Not all that libraries register is listed: what is known of the release stays, and what no listing has ever had stays from the last.
        foreach (var (name, option) in _libraries.Where(o => !_seen.Contains(at) && !kept.Contains(o.Value)))
        {
            if ((option.Source == RunTime || (name.Group == AuthGroup && !listsAuth)) && option.Before(at) is { } before)
            {
                option.Facts[at] = before;
            }
        }

        _seen.Add(at);
    }

    /// <summary>Puts the rows in order: each option under its newest name, one row for each range with the same facts.</summary>
    public void Write()
    {
        var newest = Newest();
        var rows = new List<(OptionName Name, int First, string[] Row)>();
        foreach (var (name, option) in _own)
        {
            rows.AddRange(Rows(name, newest.GetValueOrDefault(name, name), option, (a, b) => b == a + 1));
        }

        var seen = _seen.ToArray();
        foreach (var (name, option) in _libraries.Where(o => !IsOfAuth(o.Key, o.Value)))
        {
            rows.AddRange(Rows(name, name, option, (a, b) => Array.IndexOf(seen, b) == Array.IndexOf(seen, a) + 1));
        }

        _table.Rows =
        [
            ["seen", string.Join(' ', _seen.Select(i => Release.All[i].Tag))],
            .. rows.OrderBy(r => r.Name.Group, StringComparer.Ordinal).ThenBy(r => r.Name.Option, StringComparer.Ordinal).ThenBy(r => r.First).Select(r => r.Row),
        ];
    }

    private static IEnumerable<(OptionName Name, int First, string[] Row)> Rows(OptionName name, OptionName newest, RegisteredOption option, Func<int, int, bool> follows)
    {
        foreach (var (first, last) in Ranges(option.Facts, follows))
        {
            yield return (newest, first,
            [
                newest.Group, newest.Option, Release.All[first].Tag, last == Release.Newest.Ordinal ? "" : Release.All[last].Tag,
                .. option.Facts[first], option.Late, newest == name ? "" : $"{name.Group}/{name.Option}", option.Source,
            ]);
        }
    }

    private static IEnumerable<(int First, int Last)> Ranges(SortedDictionary<int, string[]> facts, Func<int, int, bool> follows)
    {
        int? first = null;
        var last = 0;
        foreach (var (release, value) in facts)
        {
            if (first is { } f && !(follows(last, release) && value.SequenceEqual(facts[f])))
            {
                yield return (f, last);
                first = null;
            }

            first ??= release;
            last = release;
        }

        if (first is { } start)
        {
            yield return (start, last);
        }
    }

    /// <summary>
    /// The newest names of options that nova renamed. A is renamed to B when B reads A's name as an old one and A was gone before
    /// B came. Where one option took the place of several of the same release, or several read the same old name, which one a
    /// declaration means is not certain: no rename. A secret is none either: it is no text.
    /// </summary>
    private Dictionary<OptionName, OptionName> Newest()
    {
        var pairs = new List<(OptionName From, OptionName To)>();
        foreach (var (name, option) in _own.Where(o => !o.Value.IsSecret && !_libraries.ContainsKey(o.Key)))
        {
            var former = option.OldNames.Where(old => old != name && !old.Group.Contains('*') && !_libraries.ContainsKey(old)
                && _own.TryGetValue(old, out var o) && !o.IsSecret && o.Last < option.First).ToArray();
            // Who reads the last name mostly still reads those before it.
            if (former.Where(f => !former.Any(g => _own[g].OldNames.Contains(f) && g != f)).ToArray() is [var last])
            {
                pairs.Add((last, name));
            }
        }

        var heirs = pairs.GroupBy(p => p.From).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().To);
        return heirs.ToDictionary(h => h.Key, h =>
        {
            var name = h.Value;
            while (heirs.TryGetValue(name, out var next))
            {
                name = next;
            }

            return name;
        });
    }

    private RegisteredOption Registered(ListedOption option, int at)
    {
        // Libraries took over some options of nova's.
        var isLibrarys = _libraries.TryGetValue(option.Name, out var library);
        if (_own.TryGetValue(option.Name, out var own) && (own.Facts.ContainsKey(at) || !isLibrarys))
        {
            return own;
        }

        if (isLibrarys)
        {
            return library!;
        }

        var isNovas = option.Source == "nova.conf" && !_libraries.ContainsKey(new(AuthGroup, option.Name.Option));
        var added = new RegisteredOption("", isNovas ? "" : option.Source);
        (isNovas ? _own : _libraries).Add(option.Name, added);
        return added;
    }

    /// <summary>Whether the option is one that every group with auth_type has, and the same in each release: then it is not written.</summary>
    private bool IsOfAuth(OptionName name, RegisteredOption option) =>
        name.Group != AuthGroup && _libraries.ContainsKey(new(name.Group, "auth_type")) && _libraries.TryGetValue(new(AuthGroup, name.Option), out var auth)
        && option.Facts.All(f => auth.Facts.TryGetValue(f.Key, out var facts) && SaysNothingNew(name.Group, f.Value, facts));

    private static bool SaysNothingNew(string group, string[] facts, string[] auth) =>
        facts[..8].SequenceEqual(auth[..8])
        && facts[8].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n.Replace(group + "/", AuthGroup + "/", StringComparison.Ordinal)).All(auth[8].Split(' ').Contains);

    /// <summary>What a listing does not tell (patterns, items, some old names, what is computed) is what was known before.</summary>
    private static string[] Merge(ListedOption option, string[]? before)
    {
        var facts = (string[])option.Facts.Clone();
        if (before is null)
        {
            return facts;
        }

        // Of an option that may be given several times a listing does not say what each is.
        if (option.IsMultiValued && before[7].Split(',').Contains("multi"))
        {
            facts[0] = before[0];
        }

        if (facts[0] != before[0])
        {
            return facts;
        }

        // A listing prints what is computed as it came out where it was made.
        facts[1] = before[1].StartsWith("{\"expr\"", StringComparison.Ordinal) ? before[1] : facts[1];
        facts[4] = facts[4].Length == 0 && facts[0] == nameof(OptionType.String) ? before[4] : facts[4];
        facts[5] = before[5];
        facts[6] = before[6];
        facts[7] = string.Join(',', facts[7].Split(',').Concat(before[7].Split(',').Except(facts[7].Split(',')).Where(f => f is "ignore_case" or "multi")).Where(f => f.Length > 0));
        facts[8] = string.Join(' ', facts[8].Split(' ').Union(before[8].Split(' ')).Where(n => n.Length > 0).Order(StringComparer.Ordinal));
        return facts;
    }
}
