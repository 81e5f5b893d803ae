namespace ConfigSdk.Catalog;

/// <summary>The rows of cpu-map.tsv for one architecture; each knows the range of libvirt versions it holds for.</summary>
internal sealed class CpuMapFacts
{
    private static readonly Lazy<(Version[] Versions, Dictionary<string, CpuMapFacts> ByArchitecture)> s_all = new(Load);
    private readonly List<(Range Versions, string[] Models)> _order = [];
    private readonly Dictionary<string, List<ModelRow>> _models = new(StringComparer.Ordinal);
    private readonly List<FeatureRow> _features = [];

    public static IReadOnlyList<Version> Versions => s_all.Value.Versions;

    public static CpuMapFacts Of(string architecture) => s_all.Value.ByArchitecture[architecture];

    public IEnumerable<string> ModelOrder(Version version) => _order.FirstOrDefault(o => o.Versions.Holds(version)).Models ?? [];

    public ModelRow? Model(string name, Version version) => _models[name].FirstOrDefault(m => m.Versions.Holds(version));

    public IEnumerable<FeatureRow> Features(Version version) => _features.Where(f => f.Versions.Holds(version));

    private static (Version[], Dictionary<string, CpuMapFacts>) Load()
    {
        var versions = Array.Empty<Version>();
        var all = new Dictionary<string, CpuMapFacts>(StringComparer.Ordinal);
        var current = new CpuMapFacts();
        foreach (var row in FactFile.Read("cpu-map.tsv"))
        {
            switch (row[0])
            {
                case "versions":
                    versions = [.. row.Words(1).Select(v => VersionText.Parse(v)!)];
                    break;
                case "arch":
                    all.Add(row[1], current = new CpuMapFacts());
                    break;
                case "feature":
                    current._features.Add(new FeatureRow(row[1], Range.Parse(row[2]), [.. row.Words(4).Select(a => a.Split([':'], 2)[1])]));
                    break;
                case "model":
                    var model = new ModelRow(row[1], Range.Parse(row[2]), row[3], row[4], row[5], row[6], row.Words(9), row.Words(10), row.Words(11));
                    if (!current._models.TryGetValue(model.Name, out var ranges))
                    {
                        current._models.Add(model.Name, ranges = []);
                    }

                    ranges.Add(model);
                    break;
                case "order":
                    current._order.Add((Range.Parse(row[1]), row.Words(2)));
                    break;
            }
        }

        return (versions, all);
    }

    internal sealed record ModelRow(
        string Name, Range Versions, string Base, string Vendor, string Decode, string Canonical, string[] Features, string[] Removed, string[] Added);

    internal sealed record FeatureRow(string Name, Range Versions, string[] Aliases);

    /// <summary>First and last bundled version; no last one means up to the newest.</summary>
    internal readonly record struct Range(Version First, Version? Last)
    {
        public static Range Parse(string text)
        {
            var parts = text.Split('-');
            return new Range(VersionText.Parse(parts[0])!, parts[1].Length == 0 ? null : VersionText.Parse(parts[1]));
        }

        public bool Holds(Version version) => version >= First && (Last is null || version <= Last);
    }
}
