using System.Collections.Concurrent;

namespace ConfigSdk.Catalog;

/// <summary>libvirt's CPU maps, version by version.</summary>
public sealed class CpuMaps
{
    private readonly IReadOnlyDictionary<Version, CpuMapData> _own;
    private readonly CpuMapData? _ownForAll;
    private readonly ConcurrentDictionary<OwnKey, CpuMap> _ownMaps = new();
    private readonly Lazy<IReadOnlyList<Version>> _versions;

    internal CpuMaps()
        : this(new Dictionary<Version, CpuMapData>(), null)
    {
    }

    private CpuMaps(IReadOnlyDictionary<Version, CpuMapData> own, CpuMapData? ownForAll)
    {
        (_own, _ownForAll) = (own, ownForAll);
        _versions = new(() => [.. CpuMapFacts.Bundled.Versions.Union(own.Keys).OrderBy(v => v)]);
    }

    /// <summary>The libvirt versions whose maps are known, oldest first.</summary>
    public IReadOnlyList<Version> Versions => _versions.Value;

    /// <summary>
    /// These maps, and a project's own: it answers for exactly this libvirt version, or for every version that has no other map of the project's own.
    /// It answers for the architectures that it has; for others all stays as it was.
    /// </summary>
    /// <param name="libvirt">libvirt's version; null for every version.</param>
    /// <param name="map">The project's own map.</param>
    public CpuMaps With(Version? libvirt, CpuMapData map)
    {
        if (libvirt is null)
        {
            return new CpuMaps(_own, map);
        }

        var own = _own.ToDictionary(o => o.Key, o => o.Value);
        own[VersionText.Complete(libvirt)] = map;
        return new CpuMaps(own, _ownForAll);
    }

    /// <summary>
    /// The map of a libvirt version, or of the nearest older version that is bundled (then <see cref="CpuMap.IsOf"/> does not hold).
    /// Null where libvirt checks no names: before the first map, and on architectures whose models only QEMU knows.
    /// </summary>
    /// <param name="libvirt">libvirt's version.</param>
    /// <param name="architecture">nova's name of the architecture, such as <c>x86_64</c>.</param>
    public CpuMap? For(Version libvirt, string architecture) => Part(architecture) is { } part ? Of(libvirt, part) : null;

    /// <summary>The part of a libvirt version's map that <see cref="For"/> would take, by its own name; also <c>arm</c>, by which libvirt names hosts but checks no guest.</summary>
    /// <param name="libvirt">libvirt's version.</param>
    /// <param name="part">libvirt's name: <c>x86</c>, <c>ppc64</c> or <c>arm</c>.</param>
    public CpuMap? Of(Version libvirt, string part)
    {
        libvirt = VersionText.Complete(libvirt);
        return Own(libvirt, part) ?? (CpuMapFacts.Bundled.Versions.LastOrDefault(v => v <= libvirt) is { } version ? CpuMapFacts.Bundled.Map(version, part) : null);
    }

    /// <summary>The bundled map that follows a libvirt version; null if there is none. What it and the older map lack, versions between them lack.</summary>
    /// <param name="libvirt">libvirt's version.</param>
    /// <param name="architecture">nova's name of the architecture.</param>
    public CpuMap? Following(Version libvirt, string architecture) =>
        Part(architecture) is { } part && Versions.FirstOrDefault(v => v > VersionText.Complete(libvirt) && !_own.ContainsKey(v)) is { } next
            ? CpuMapFacts.Bundled.Map(next, part)
            : null;

    /// <summary>The first known libvirt version whose map has the model; null if none has.</summary>
    public Version? FirstVersionWithModel(string model, string architecture) => Versions.FirstOrDefault(v => HasModel(v, architecture, model));

    /// <summary>The last known libvirt version whose map has the model: the newest of <see cref="Versions"/> while it is not dropped. Null if none has.</summary>
    public Version? LastVersionWithModel(string model, string architecture) => Versions.LastOrDefault(v => HasModel(v, architecture, model));

    /// <summary>The first known libvirt version whose map has the feature; null if none has.</summary>
    public Version? FirstVersionWithFeature(string feature, string architecture) => Versions.FirstOrDefault(v => HasFeature(v, architecture, feature));

    /// <summary>The last known libvirt version whose map has the feature: the newest of <see cref="Versions"/> while it is not dropped. Null if none has.</summary>
    public Version? LastVersionWithFeature(string feature, string architecture) => Versions.LastOrDefault(v => HasFeature(v, architecture, feature));

    private static string? Part(string architecture) => architecture switch
    {
        "x86_64" or "i686" => "x86",
        "ppc64" or "ppc64le" => "ppc64",
        _ => null,
    };

    private bool HasModel(Version version, string architecture, string model) => Part(architecture) is { } part
        && (Own(version, part) is { } own ? own.Find(model) is not null : CpuMapFacts.Bundled.HasModel(version, part, model));

    private bool HasFeature(Version version, string architecture, string feature) => Part(architecture) is { } part
        && (Own(version, part) is { } own ? own.HasFeature(feature) : CpuMapFacts.Bundled.HasFeature(version, part, feature));

    private CpuMap? Own(Version version, string part)
    {
        if (_own.TryGetValue(version, out var map) && map.Parts.ContainsKey(part))
        {
            return Build(map, version);
        }

        return _ownForAll?.Parts.ContainsKey(part) == true ? Build(_ownForAll, null) : null;

        CpuMap Build(CpuMapData data, Version? of) => _ownMaps.GetOrAdd(new(data, of, part), _ => new CpuMap(of, isOwn: true, data.Parts[part]));
    }

    private sealed record OwnKey(CpuMapData Map, Version? Of, string Part);
}
