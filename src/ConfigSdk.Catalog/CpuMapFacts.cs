using System.Collections.Concurrent;

namespace ConfigSdk.Catalog;

/// <summary>cpu-map.tsv: each row holds for a range of libvirt versions.</summary>
internal sealed class CpuMapFacts
{
    private static readonly Lazy<CpuMapFacts> s_bundled = new(() => new CpuMapFacts(FactFile.Read("cpu-map.tsv")));
    private readonly Version[] _versions = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rows> _architectures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<MapKey, CpuMap> _maps = new();

    private CpuMapFacts(IEnumerable<FactFile.Row> rows)
    {
        var current = new Rows();
        foreach (var row in rows)
        {
            switch (row[0])
            {
                case "versions":
                    var names = row.Words(1);
                    _versions = [.. names.Select(v => VersionText.Parse(v)!)];
                    for (var i = 0; i < names.Length; i++)
                    {
                        _indexes.Add(names[i], i);
                    }

                    break;
                case "arch":
                    _architectures.Add(row[1], current = new Rows());
                    break;
                case "vendor":
                    current.Vendors.Add(Ranged(row, 2));
                    break;
                case "feature":
                    Add(current.Features, row);
                    break;
                case "model":
                    Add(current.Models, row);
                    break;
                case "order":
                    current.Order.Add(Ranged(row, 1));
                    break;
                default:
                    throw new InvalidOperationException($"cpu-map.tsv has a row of the unknown kind '{row[0]}'");
            }
        }
    }

    /// <summary>What comes with ConfigSdk.</summary>
    public static CpuMapFacts Bundled => s_bundled.Value;

    /// <summary>The bundled versions, oldest first.</summary>
    public IReadOnlyList<Version> Versions => _versions;

    /// <summary>The map of a bundled version; null if it has no part for the architecture.</summary>
    public CpuMap? Map(Version version, string architecture) =>
        _maps.TryGetValue(new(version, architecture), out var map) ? map
        : Part(version, architecture) is { } part ? _maps.GetOrAdd(new(version, architecture), new CpuMap(version, isOwn: false, part))
        : null;

    /// <summary>What a bundled version says of the architecture; null if that is nothing.</summary>
    public CpuMapPart? Part(Version version, string architecture)
    {
        var index = Array.IndexOf(_versions, version);
        return index >= 0 && _architectures.TryGetValue(architecture, out var rows) && rows.Order.Any(o => o.Holds(index)) ? rows.Part(index) : null;
    }

    /// <summary>Whether a bundled version has the model; needs no map of it.</summary>
    public bool HasModel(Version version, string architecture, string name) =>
        _architectures.TryGetValue(architecture, out var rows) && Has(rows.Models, name, version);

    /// <summary>Whether a bundled version has the feature; needs no map of it.</summary>
    public bool HasFeature(Version version, string architecture, string name) =>
        _architectures.TryGetValue(architecture, out var rows) && Has(rows.Features, name, version);

    private static void Add(Dictionary<string, List<RangedRow>> rows, RangedRow row)
    {
        if (!rows.TryGetValue(row.Row[1], out var ranges))
        {
            rows.Add(row.Row[1], ranges = []);
        }

        ranges.Add(row);
    }

    private void Add(Dictionary<string, List<RangedRow>> rows, FactFile.Row row) => Add(rows, Ranged(row, 2));

    private bool Has(Dictionary<string, List<RangedRow>> rows, string name, Version version) =>
        rows.TryGetValue(name, out var ranges) && Array.IndexOf(_versions, version) is var index && ranges.Any(r => r.Holds(index));

    private RangedRow Ranged(FactFile.Row row, int field)
    {
        var versions = row[field];
        var dash = versions.IndexOf('-');
        var last = versions.Substring(dash + 1);
        return new RangedRow(_indexes[versions.Substring(0, dash)], last.Length == 0 ? int.MaxValue : _indexes[last], row);
    }

    private sealed record MapKey(Version Version, string Architecture);

    private sealed record RangedRow(int First, int Last, FactFile.Row Row)
    {
        public bool Holds(int version) => First <= version && version <= Last;
    }

    /// <summary>The rows of one architecture.</summary>
    private sealed class Rows
    {
        public List<RangedRow> Vendors { get; } = [];

        public Dictionary<string, List<RangedRow>> Features { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<RangedRow>> Models { get; } = new(StringComparer.Ordinal);

        public List<RangedRow> Order { get; } = [];

        public CpuMapPart Part(int version) => new(
            [.. Vendors.Where(v => v.Holds(version)).Select(v => v.Row)],
            [.. Features.Values.SelectMany(f => f).Where(f => f.Holds(version)).Select(f => f.Row)],
            [.. Order.Single(o => o.Holds(version)).Row[2].Split(';').Select(m => Models[m].Single(r => r.Holds(version)).Row)]);
    }
}
