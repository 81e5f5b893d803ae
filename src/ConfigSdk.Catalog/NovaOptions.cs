using System.Collections.Concurrent;

namespace ConfigSdk.Catalog;

/// <summary>The options of nova.conf: nova's own in every bundled release, and those of the libraries that nova loads.</summary>
public sealed class NovaOptions
{
    // Stands in the facts for every group that has auth_type: what keystoneauth's plug-ins register there.
    internal const string AuthGroup = "@auth";
    private readonly Lazy<Index> _index;
    private readonly ConcurrentDictionary<string, OptionName> _names = new(StringComparer.Ordinal);

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
    public IEnumerable<OptionHistory> OfGroup(string group) => IsPattern(group) ? [] : _index.Value.OfGroup(group);

    /// <summary>The option that has or once had this name; null if no bundled release registers it.</summary>
    public OptionHistory? Find(OptionName name) => _index.Value.Find(name);

    /// <summary>The option that has or once had this name; null if no bundled release registers it.</summary>
    public OptionHistory? Find(string group, string option) => Find(new OptionName(group, option));

    /// <summary>What <see cref="OptionName.Parse"/> reads in an option's name, read once.</summary>
    internal OptionName NameOf(string text) => _names.GetOrAdd(text, OptionName.Parse);

    /// <summary>The options that read what stands under an old name, and the ranges of releases in which they do.</summary>
    public IEnumerable<(OptionHistory Option, OptionFacts Range)> ReadersOf(OptionName oldName) => _index.Value.ByOldName[oldName];

    /// <summary>Whether a group may have this name because other options make it up, such as <c>mdev_nvidia-35</c>.</summary>
    public bool MayBeMadeUp(string group) => _index.Value.MayBeMadeUp(group);

    /// <summary>
    /// These options, and those of an installation of the project's own: what its listing says of an option counts for the release.
    /// Options that it does not list stay as they are: few listings hold all that nova and its libraries register.
    /// </summary>
    /// <param name="release">The release of which the listing speaks; null for every one.</param>
    /// <param name="listing">The listing.</param>
    public NovaOptions With(Release? release, OptionListing listing) => new(_index.Value.With(release, listing));

    // Stands in the facts for many groups.
    internal static bool IsPattern(string group) => group == AuthGroup || group.EndsWith("*", StringComparison.Ordinal);

    private sealed class Index
    {
        private readonly OptionFile _file;
        // What a project's own listings speak of, by the names there and the newest names.
        private readonly Dictionary<string, OptionHistory> _own;
        private readonly ConcurrentDictionary<string, OptionHistory> _made = new(StringComparer.Ordinal);
        private readonly Lazy<HashSet<string>> _groups;
        private readonly Lazy<IReadOnlyList<OptionHistory>> _all;
        private readonly Lazy<ILookup<OptionName, (OptionHistory Option, OptionFacts Range)>> _byOldName;

        private Index(OptionFile file, Dictionary<string, OptionHistory> own)
        {
            (_file, _own) = (file, own);
            _groups = new(() => new(file.Groups.Where(g => !IsPattern(g)).Concat(own.Values.Select(o => o.Name.Group)), StringComparer.Ordinal));
            _all = new(() => [.. Groups.OrderBy(g => g, StringComparer.Ordinal).SelectMany(OfGroup)]);
            _byOldName = new(() => All.SelectMany(o => o.Ranges.SelectMany(r => r.OldNames.Select(n => (Name: n, Option: o, Range: r))))
                .ToLookup(p => p.Name, p => (p.Option, p.Range)));
        }

        public IReadOnlyList<Release> Seen => _file.Seen;

        public HashSet<string> Groups => _groups.Value;

        public IReadOnlyList<OptionHistory> All => _all.Value;

        public ILookup<OptionName, (OptionHistory Option, OptionFacts Range)> ByOldName => _byOldName.Value;

        public static Index OfBundled() => new(new OptionFile(), []);

        public Index With(Release? release, OptionListing listing)
        {
            var own = new Dictionary<string, OptionHistory>(_own, StringComparer.Ordinal);
            foreach (var option in listing.Options)
            {
                var history = OptionHistory.WithOwn(Find(option.Name), option, release, Seen);
                own[option.Name.ToString()] = history;
                // The newest name must lead to the same option.
                own[history.Name.ToString()] = history;
            }

            return new Index(_file, own);
        }

        public OptionHistory? Find(OptionName name) =>
            _own.Count > 0 && _own.TryGetValue(name.ToString(), out var own) ? own
            : _file.Find(name) ?? Made(name);

        /// <summary>The options of a group: those of the file, those that only listings have, and what every group with auth_type has.</summary>
        public IEnumerable<OptionHistory> OfGroup(string group)
        {
            var inFile = _file.Options(group);
            if (_own.Count == 0 && AuthType(group) is null)
            {
                return inFile.Values;
            }

            var names = inFile.Keys.Concat(_own.Values.Where(o => o.Name.Group == group).Select(o => o.Name.Option));
            var all = AuthType(group) is not null ? names.Concat(_file.Options(AuthGroup).Keys).OrderBy(n => n, StringComparer.Ordinal) : names;
            return all.Select(n => Find(new(group, n))!).Where(o => o.Name.Group == group).Distinct();
        }

        /// <summary>The option by which a group chooses an authentication plug-in; null if it has none.</summary>
        private OptionHistory? AuthType(string group) =>
            _own.Count > 0 && _own.TryGetValue(new OptionName(group, "auth_type").ToString(), out var own) ? own
            : _file.Options(group).TryGetValue("auth_type", out var option) ? option : null;

        // One object for each option; what is none is not kept, for there is no end of names.
        private OptionHistory? Made(OptionName name) =>
            _made.TryGetValue(name.ToString(), out var known) ? known
            : Make(name) is { } made ? _made.GetOrAdd(name.ToString(), made) : null;

        /// <summary>Options whose group is not in the facts by its name.</summary>
        private OptionHistory? Make(OptionName name)
        {
            if (AuthType(name.Group) is { } authType)
            {
                return _file.Options(AuthGroup).TryGetValue(name.Option, out var auth) ? auth.InGroup(AuthGroup, name.Group, authType) : null;
            }

            foreach (var pattern in PatternsOf(name.Group))
            {
                if (_file.Options(pattern).TryGetValue(name.Option, out var option))
                {
                    return option.InGroup(pattern, name.Group);
                }
            }

            return null;
        }

        public bool MayBeMadeUp(string group) => PatternsOf(group).Any();

        private IEnumerable<string> PatternsOf(string group) =>
            _file.Groups.Where(p => p.EndsWith("*", StringComparison.Ordinal) && group.Length >= p.Length && group.StartsWith(p.TrimEnd('*'), StringComparison.Ordinal));
    }
}
