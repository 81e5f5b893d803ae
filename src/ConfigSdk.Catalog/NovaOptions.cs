using System.Collections.Concurrent;

namespace ConfigSdk.Catalog;

/// <summary>The options of nova.conf: nova's own in every bundled release, and those of the libraries that nova loads.</summary>
public sealed class NovaOptions
{
    // Stands in the facts for every group that has auth_type: what keystoneauth's plug-ins register there.
    internal const string AuthGroup = "@auth";
    private readonly Lazy<Index> _index;

    internal NovaOptions() => _index = new(Index.OfBundled);

    private NovaOptions(Index index) => _index = new(() => index);

    /// <summary>
    /// Every option, by group and name; <c>[DEFAULT]</c> first. An option that nova renamed is here once, under its newest name.
    /// Options of groups whose names other options make up (<c>[mdev_nvidia-35]</c>) are not here.
    /// </summary>
    public IReadOnlyList<OptionHistory> All => _index.Value.All;

    /// <summary>The releases beside which the options of libraries were listed. What they are beside others is not certain.</summary>
    public IReadOnlyList<Release> LibrariesListedBeside => _index.Value.Seen;

    /// <summary>The names of all groups.</summary>
    public IReadOnlyCollection<string> Groups => _index.Value.Groups;

    /// <summary>The options of one group of <see cref="All"/>, by name; reads no other group's facts.</summary>
    public IEnumerable<OptionHistory> OfGroup(string group) => _index.Value.OfGroup(group);

    /// <summary>The option that has or once had this name; null if no bundled release registers it.</summary>
    public OptionHistory? Find(OptionName name) => _index.Value.Find(name);

    /// <summary>The option that has or once had this name; null if no bundled release registers it.</summary>
    public OptionHistory? Find(string group, string option) => Find(new OptionName(group, option));

    /// <summary>The options that read what stands under an old name, and the ranges of releases in which they do.</summary>
    public IEnumerable<(OptionHistory Option, OptionFacts Range)> ReadersOf(OptionName oldName) => _index.Value.ByOldName[oldName];

    /// <summary>
    /// These options, and those of an installation of the project's own: what its listing says of an option counts for the release.
    /// Options that it does not list stay as they are: few listings hold all that nova and its libraries register.
    /// </summary>
    /// <param name="release">The release of which the listing speaks; null for every one.</param>
    /// <param name="listing">The listing.</param>
    public NovaOptions With(Release? release, OptionListing listing) => new(_index.Value.With(release, listing));

    private sealed class Index
    {
        private readonly Dictionary<OptionName, OptionHistory> _byName = [];
        private readonly ConcurrentDictionary<OptionName, OptionHistory?> _made = new();
        private readonly Lazy<IReadOnlyList<OptionHistory>> _all;
        private readonly Lazy<ILookup<OptionName, (OptionHistory Option, OptionFacts Range)>> _byOldName;

        private Index(IReadOnlyList<Release> seen)
        {
            Seen = seen;
            _all = new(() => [.. Groups.OrderBy(g => g, StringComparer.Ordinal).SelectMany(OfGroup)]);
            _byOldName = new(() => All.SelectMany(o => o.Ranges.SelectMany(r => r.OldNames.Select(n => (Name: n, Option: o, Range: r))))
                .ToLookup(p => p.Name, p => (p.Option, p.Range)));
        }

        public IReadOnlyList<Release> Seen { get; }

        public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<OptionHistory> All => _all.Value;

        public ILookup<OptionName, (OptionHistory Option, OptionFacts Range)> ByOldName => _byOldName.Value;

        public static Index OfBundled()
        {
            var file = new OptionFile();
            var index = new Index(file.Seen);
            foreach (var (name, start, length) in file.Options)
            {
                var history = new OptionHistory(name, file.Seen, () => file.Rows(start, length), !IsPattern(name.Group));
                index._byName.Add(name, history);
                if (!IsPattern(name.Group))
                {
                    index.Groups.Add(name.Group);
                }
            }

            foreach (var renamed in file.Renamed)
            {
                // A later option may have the name of an earlier one.
                if (!index._byName.ContainsKey(renamed.Key))
                {
                    index._byName.Add(renamed.Key, index._byName[renamed.Value]);
                }
            }

            return index;
        }

        public Index With(Release? release, OptionListing listing)
        {
            var index = new Index(Seen);
            index.Groups.UnionWith(Groups);
            foreach (var known in _byName)
            {
                index._byName.Add(known.Key, known.Value);
            }

            foreach (var option in listing.Options)
            {
                var known = Find(option.Name);
                var history = OptionHistory.WithOwn(known, option, release, Seen);
                index._byName[option.Name] = history;
                index.Groups.Add(option.Name.Group);
                // The newest name must lead to the same option.
                index._byName[history.Name] = history;
            }

            return index;
        }

        public OptionHistory? Find(OptionName name) =>
            _byName.TryGetValue(name, out var history) ? history : _made.GetOrAdd(name, Make);

        /// <summary>Options whose group is not in the facts by its name.</summary>
        private OptionHistory? Make(OptionName name)
        {
            if (_byName.ContainsKey(new(name.Group, "auth_type")))
            {
                return _byName.TryGetValue(new(AuthGroup, name.Option), out var auth) ? auth.InGroup(AuthGroup, name.Group) : null;
            }

            foreach (var candidate in _byName)
            {
                if (candidate.Key.Option == name.Option && candidate.Key.Group.EndsWith("*", StringComparison.Ordinal))
                {
                    var prefix = candidate.Key.Group.TrimEnd('*');
                    if (name.Group.Length > prefix.Length && name.Group.StartsWith(prefix, StringComparison.Ordinal))
                    {
                        return candidate.Value.InGroup(candidate.Key.Group, name.Group);
                    }
                }
            }

            return null;
        }

        public IEnumerable<OptionHistory> OfGroup(string group)
        {
            var own = _byName.Where(p => p.Key.Group == group && p.Key == p.Value.Name).Select(p => p.Value);
            return !_byName.ContainsKey(new(group, "auth_type")) ? own
                : own.Concat(_byName.Keys.Where(k => k.Group == AuthGroup && !_byName.ContainsKey(new(group, k.Option))).Select(k => Find(new(group, k.Option))!))
                    .OrderBy(o => o.Name.Option, StringComparer.Ordinal);
        }

        private static bool IsPattern(string group) => group == AuthGroup || group.EndsWith("*", StringComparison.Ordinal);
    }
}
