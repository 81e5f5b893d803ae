using System.Collections.Concurrent;

namespace ConfigSdk.Catalog;

/// <summary>What one libvirt version's cpu_map says for one architecture: which CPU models and features it knows.</summary>
public sealed class CpuMap
{
    private static readonly ConcurrentDictionary<(Version, string), CpuMap> s_maps = new();
    private readonly Dictionary<string, CpuMapModel> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CpuMapModel> _modelsInAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _features = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase);

    private CpuMap(Version version, string mapArchitecture)
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

    /// <summary>The libvirt versions whose maps are bundled, oldest first.</summary>
    public static IReadOnlyList<Version> Versions => CpuMapFacts.Versions;

    /// <summary>The libvirt version that this map is of.</summary>
    public Version Version { get; }

    /// <summary>The models, in the map's own order.</summary>
    public IReadOnlyList<CpuMapModel> Models { get; }

    /// <summary>The features' names.</summary>
    public IReadOnlyCollection<string> Features => _features;

    /// <summary>
    /// The map of a libvirt version, or of the nearest older version that is bundled (then <see cref="Version"/> differs from what was asked).
    /// Null where libvirt checks no names: before the first map, and on architectures whose models only QEMU knows.
    /// </summary>
    /// <param name="libvirt">libvirt's version.</param>
    /// <param name="architecture">nova's name of the architecture, such as <c>x86_64</c>.</param>
    public static CpuMap? For(Version libvirt, string architecture)
    {
        var map = architecture switch
        {
            "x86_64" or "i686" => "x86",
            "ppc64" or "ppc64le" => "ppc64",
            _ => null,
        };
        var version = Versions.LastOrDefault(v => v <= libvirt);
        return map is null || version is null || !CpuMapFacts.Of(map).ModelOrder(version).Any()
            ? null
            : s_maps.GetOrAdd((version, map), k => new CpuMap(k.Item1, k.Item2));
    }

    /// <summary>The first bundled libvirt version whose map has the model; null if none has.</summary>
    public static Version? FirstVersionWithModel(string model, string architecture) =>
        Versions.FirstOrDefault(v => For(v, architecture)?.Find(model) is not null);

    /// <summary>The first bundled libvirt version whose map has the feature; null if none has.</summary>
    public static Version? FirstVersionWithFeature(string feature, string architecture) =>
        Versions.FirstOrDefault(v => For(v, architecture)?.HasFeature(feature) == true);

    /// <summary>The model of this name, as written; null if there is none.</summary>
    public CpuMapModel? Find(string model) => _models.TryGetValue(model, out var m) ? m : null;

    /// <summary>The model of this name in any case, as nova looks it up since 20.0.0; null if there is none.</summary>
    public CpuMapModel? FindInAnyCase(string model) => Find(model) ?? (_modelsInAnyCase.TryGetValue(model, out var m) ? m : null);

    /// <summary>Whether the map knows the feature by this name.</summary>
    public bool HasFeature(string feature) => _features.Contains(feature);

    /// <summary>The map's name for what QEMU or Linux calls by another (<c>sse4_1</c>); null if there is none.</summary>
    public string? FeatureOfAlias(string alias) => _aliases.TryGetValue(alias, out var f) ? f : null;
}
