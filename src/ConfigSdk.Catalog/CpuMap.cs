namespace ConfigSdk.Catalog;

/// <summary>What one libvirt version's cpu_map says for one architecture: which CPU models and features it knows.</summary>
public sealed class CpuMap
{
    private readonly Dictionary<string, CpuMapModel> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CpuMapModel> _modelsInAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _features = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase);

    internal CpuMap(Version version, string mapArchitecture)
    {
        Version = version;
        var facts = CpuMapFacts.Of(mapArchitecture);
        foreach (var name in facts.ModelOrder(version))
        {
            var model = new CpuMapModel(this, facts.Model(name, version)!);
            _models.Add(name, model);
            // ppc64 once had POWER7 and power7; the first wins, as in nova's own lower-cased lookup only equality counts.
            if (!_modelsInAnyCase.ContainsKey(name))
            {
                _modelsInAnyCase.Add(name, model);
            }
        }

        foreach (var feature in facts.Features(version))
        {
            _features.Add(feature.Name);
            foreach (var alias in feature.Aliases)
            {
                _aliases[alias] = feature.Name;
            }
        }

        Models = [.. _models.Values];
    }

    /// <summary>The libvirt version that this map is of.</summary>
    public Version Version { get; }

    /// <summary>The models, in the map's own order.</summary>
    public IReadOnlyList<CpuMapModel> Models { get; }

    /// <summary>The features' names.</summary>
    public IReadOnlyCollection<string> Features => _features;

    /// <summary>The model of this name, as written; null if there is none.</summary>
    public CpuMapModel? Find(string model) => _models.TryGetValue(model, out var m) ? m : null;

    /// <summary>The model of this name in any case, as nova looks it up since 20.0.0; null if there is none.</summary>
    public CpuMapModel? FindInAnyCase(string model) => Find(model) ?? (_modelsInAnyCase.TryGetValue(model, out var m) ? m : null);

    /// <summary>Whether the map knows the feature by this name.</summary>
    public bool HasFeature(string feature) => _features.Contains(feature);

    /// <summary>The map's name for what QEMU or Linux calls by another (<c>sse4_1</c>); null if there is none.</summary>
    public string? FeatureOfAlias(string alias) => _aliases.TryGetValue(alias, out var f) ? f : null;
}
