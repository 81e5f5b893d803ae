namespace ConfigSdk.Catalog;

/// <summary>A release of nova whose facts are bundled.</summary>
public sealed class Release : IComparable<Release>, IEquatable<Release>
{
    private static readonly Lazy<IReadOnlyList<Release>> s_all = new(() =>
        [.. FactFile.Read("nova-releases.tsv").Select((row, i) => new Release(i, row[0], row[1], row[2], row[3]))]);

    private static readonly Lazy<Dictionary<string, Release>> s_byName = new(() =>
    {
        var map = new Dictionary<string, Release>(StringComparer.OrdinalIgnoreCase);
        foreach (var r in All)
        {
            foreach (var name in r.Names)
            {
                map[name] = r;
            }
        }

        return map;
    });

    private Release(int ordinal, string tag, string series, string name, string coordinated) =>
        (Ordinal, Tag, Series, Name, Coordinated) = (ordinal, tag, series, name, coordinated);

    /// <summary>Every bundled release, oldest first.</summary>
    public static IReadOnlyList<Release> All => s_all.Value;

    /// <summary>The newest bundled release.</summary>
    public static Release Newest => All[All.Count - 1];

    /// <summary>Place in <see cref="All"/>.</summary>
    public int Ordinal { get; }

    /// <summary>The first tag of the series, such as <c>31.0.0</c>.</summary>
    public string Tag { get; }

    /// <summary>The series as nova's version numbers have it, such as <c>31</c> or <c>2014.1</c>.</summary>
    public string Series { get; }

    /// <summary>The code name, such as <c>Epoxy</c>.</summary>
    public string Name { get; }

    /// <summary>The coordinated OpenStack release, such as <c>2025.1</c>; empty before 2014.1's successors took whole numbers and until 2023.1.</summary>
    public string Coordinated { get; }

    private IEnumerable<string> Names => new[] { Tag, Series, Name, Coordinated }.Where(n => n.Length > 0);

    /// <summary>The release's name as messages say it: <c>nova 31.0.0 (2025.1 Epoxy)</c>.</summary>
    public string DisplayName
    {
        get
        {
            var name = Name.StartsWith("Nova", StringComparison.Ordinal) ? "" : Name;
            var parts = new[] { Coordinated, name }.Where(p => p.Length > 0 && p != Tag);
            return $"nova {Tag} ({string.Join(" ", parts)})";
        }
    }

    /// <summary>The release with this tag, series, code name or coordinated release, in any case; null if there is none.</summary>
    public static Release? Find(string name) => s_byName.Value.TryGetValue(name, out var r) ? r : null;

    /// <summary>The release with this tag, or another of its names.</summary>
    /// <exception cref="ArgumentException">No bundled release has it.</exception>
    public static Release Parse(string name) =>
        Find(name) ?? throw new ArgumentException($"'{name}' is not a bundled nova release", nameof(name));

    /// <summary>Why <see cref="Find"/> finds nothing under a name, with the name that was probably meant.</summary>
    public static string Unknown(string name)
    {
        var nearest = Spelling.Nearest(name, All.SelectMany(r => r.Names));
        return $"'{name}' is no release of nova that is bundled. " + (nearest is not null
            ? $"Did you mean '{nearest}'?"
            : $"The oldest is {All[0].DisplayName}, the newest {Newest.DisplayName}; write a tag, a series, an OpenStack release or a name.");
    }

    /// <summary>Whether this is the named release or a later one.</summary>
    public bool IsAtLeast(string tag) => Ordinal >= Parse(tag).Ordinal;

    /// <inheritdoc/>
    public int CompareTo(Release? other) => other is null ? 1 : Ordinal.CompareTo(other.Ordinal);

    /// <inheritdoc/>
    public bool Equals(Release? other) => other is not null && other.Ordinal == Ordinal;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Release);

    /// <inheritdoc/>
    public override int GetHashCode() => Ordinal;

    /// <inheritdoc/>
    public override string ToString() => Tag;

    /// <summary>Same release.</summary>
    public static bool operator ==(Release? a, Release? b) => Equals(a, b);

    /// <summary>Another release.</summary>
    public static bool operator !=(Release? a, Release? b) => !Equals(a, b);

    /// <summary>Older.</summary>
    public static bool operator <(Release a, Release b) => a.Ordinal < b.Ordinal;

    /// <summary>Newer.</summary>
    public static bool operator >(Release a, Release b) => a.Ordinal > b.Ordinal;

    /// <summary>Older or same.</summary>
    public static bool operator <=(Release a, Release b) => a.Ordinal <= b.Ordinal;

    /// <summary>Newer or same.</summary>
    public static bool operator >=(Release a, Release b) => a.Ordinal >= b.Ordinal;
}
