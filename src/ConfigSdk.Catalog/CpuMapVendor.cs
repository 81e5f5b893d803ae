namespace ConfigSdk.Catalog;

/// <summary>One vendor of a libvirt version's map.</summary>
/// <param name="Name">The name in the map, such as <c>Intel</c>.</param>
/// <param name="Id">What the CPU says of itself: the CPUID string (<c>GenuineIntel</c>) on x86, the implementer's number on arm; null if the map does not say.</param>
public sealed record CpuMapVendor(string Name, string? Id);
