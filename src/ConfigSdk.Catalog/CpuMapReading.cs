namespace ConfigSdk.Catalog;

/// <summary>What came of reading a cpu_map: the map, or what is wrong with it.</summary>
/// <param name="Map">The map; null exactly if there are flaws. libvirt loads no half of a map either.</param>
/// <param name="Flaws">What is wrong, at most <see cref="CpuMapXml.MaxFlaws"/>.</param>
public sealed record CpuMapReading(CpuMapData? Map, IReadOnlyList<InputFlaw> Flaws);
