namespace ConfigSdk.Catalog;

/// <summary>What one libvirt version's cpu_map says for one architecture: which vendors, CPU models and features it knows.</summary>
public sealed class CpuMap
{
    private readonly Dictionary<string, CpuMapModel> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CpuMapModel> _modelsInAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CpuMapFeature> _features = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, string>> _aliases;

    internal CpuMap(Version? version, bool isOwn, CpuMapPart part)
    {
        (Version, IsOwn) = (version, isOwn);
        Vendors = [.. part.Vendors.Select(v => new CpuMapVendor(v[1], v[3].Length == 0 ? null : v[3]))];
        foreach (var row in part.Features)
        {
            _features.Add(row[1], new CpuMapFeature(row));
        }

        Models = [.. part.Models.Select(m => new CpuMapModel(this, m))];
        foreach (var model in Models)
        {
            _models.Add(model.Name, model);
            // ppc64 once had POWER7 and power7; the first wins, as in nova's own lower-cased lookup only equality counts.
            if (!_modelsInAnyCase.ContainsKey(model.Name))
            {
                _modelsInAnyCase.Add(model.Name, model);
            }
        }

        _aliases = new(() =>
        {
            var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var feature in _features.Values)
            {
                foreach (var alias in feature.Aliases)
                {
                    aliases[alias.Name] = feature.Name;
                }
            }

            return aliases;
        });
    }

    /// <summary>The libvirt version that this map is of; null for a project's own map that stands for every version.</summary>
    public Version? Version { get; }

    /// <summary>Whether the project brought this map itself.</summary>
    public bool IsOwn { get; }

    /// <summary>The vendors.</summary>
    public IReadOnlyList<CpuMapVendor> Vendors { get; }

    /// <summary>The models, in the map's own order.</summary>
    public IReadOnlyList<CpuMapModel> Models { get; }

    /// <summary>The features' names.</summary>
    public IReadOnlyCollection<string> Features => _features.Keys;

    /// <summary>Whether this is the very map of the libvirt version; else it is an older one that stands in.</summary>
    public bool IsOf(Version libvirt) => Version is null || Version == VersionText.Complete(libvirt);

    /// <summary>The vendor of this name; null if there is none.</summary>
    public CpuMapVendor? FindVendor(string vendor) => Vendors.FirstOrDefault(v => v.Name == vendor);

    /// <summary>The model of this name, as written; null if there is none.</summary>
    public CpuMapModel? Find(string model) => _models.TryGetValue(model, out var m) ? m : null;

    /// <summary>The model of this name in any case, as nova looks it up since 20.0.0; null if there is none.</summary>
    public CpuMapModel? FindInAnyCase(string model) => Find(model) ?? (_modelsInAnyCase.TryGetValue(model, out var m) ? m : null);

    /// <summary>The feature of this name; null if there is none.</summary>
    public CpuMapFeature? FindFeature(string feature) => _features.TryGetValue(feature, out var f) ? f : null;

    /// <summary>Whether the map knows the feature by this name.</summary>
    public bool HasFeature(string feature) => _features.ContainsKey(feature);

    /// <summary>The map's name for what QEMU or Linux calls by another (<c>sse4_1</c>); null if there is none.</summary>
    public string? FeatureOfAlias(string alias) => _aliases.Value.TryGetValue(alias, out var f) ? f : null;
}
