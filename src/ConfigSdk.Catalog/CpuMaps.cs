using System.Collections.Concurrent;

namespace ConfigSdk.Catalog;

/// <summary>libvirt's CPU maps, version by version.</summary>
public sealed class CpuMaps
{
    private readonly ConcurrentDictionary<(Version, string), CpuMap> _maps = new();

    internal CpuMaps()
    {
    }

#pragma warning disable CA1822 // an instance may come to know other versions
    /// <summary>The libvirt versions whose maps are known, oldest first.</summary>
    public IReadOnlyList<Version> Versions => CpuMapFacts.Versions;
#pragma warning restore CA1822

    /// <summary>
    /// The map of a libvirt version, or of the nearest older version that is bundled (then <see cref="CpuMap.Version"/> differs from what was asked).
    /// Null where libvirt checks no names: before the first map, and on architectures whose models only QEMU knows.
    /// </summary>
    /// <param name="libvirt">libvirt's version.</param>
    /// <param name="architecture">nova's name of the architecture, such as <c>x86_64</c>.</param>
    public CpuMap? For(Version libvirt, string architecture)
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
            : _maps.GetOrAdd((version, map), k => new CpuMap(k.Item1, k.Item2));
    }

    /// <summary>The first bundled libvirt version whose map has the model; null if none has.</summary>
    public Version? FirstVersionWithModel(string model, string architecture) =>
        Versions.FirstOrDefault(v => For(v, architecture)?.Find(model) is not null);

    /// <summary>The first bundled libvirt version whose map has the feature; null if none has.</summary>
    public Version? FirstVersionWithFeature(string feature, string architecture) =>
        Versions.FirstOrDefault(v => For(v, architecture)?.HasFeature(feature) == true);
}
