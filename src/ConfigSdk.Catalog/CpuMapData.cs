namespace ConfigSdk.Catalog;

/// <summary>What one cpu_map says, as <see cref="CpuMapXml"/> read it.</summary>
public sealed class CpuMapData
{
    internal CpuMapData(IReadOnlyDictionary<string, CpuMapPart> parts) => Parts = parts;

    /// <summary>libvirt's names of the architectures that the map has a part for: <c>x86</c>, <c>ppc64</c>, <c>arm</c>.</summary>
    public IEnumerable<string> Architectures => Parts.Keys;

    internal IReadOnlyDictionary<string, CpuMapPart> Parts { get; }
}
