namespace ConfigSdk.Catalog;

/// <summary>A release of nova whose facts are bundled.</summary>
public sealed class Release : IComparable<Release>, IEquatable<Release>
{
    private static readonly Release[] s_all = ReadAll();
    private static readonly Dictionary<string, Release> s_byName = ByName();

    private Release(int ordinal, string tag, string series, string name, string coordinated) =>
        (Ordinal, Tag, Series, Name, Coordinated) = (ordinal, tag, series, name, coordinated);

    /// <summary>Every bundled release, oldest first.</summary>
    public static IReadOnlyList<Release> All => s_all;

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

    private string[] Names => Array.FindAll([Tag, Series, Name, Coordinated], n => n.Length > 0);

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
    public static Release? Find(string name) => s_byName.TryGetValue(name, out var r) ? r : null;

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

    private static Release[] ReadAll()
    {
        var rows = FactFile.Read("nova-releases.tsv");
        var all = new Release[rows.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new Release(i, rows[i][0], rows[i][1], rows[i][2], rows[i][3]);
        }

        return all;
    }

    private static Dictionary<string, Release> ByName()
    {
        var byName = new Dictionary<string, Release>(StringComparer.OrdinalIgnoreCase);
        foreach (var release in s_all)
        {
            foreach (var name in release.Names)
            {
                byName[name] = release;
            }
        }

        return byName;
    }

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
