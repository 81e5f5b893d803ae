using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>What follows for a libvirt version whose own map is not bundled.</summary>
internal static class CpuMapCertainty
{
    /// <summary>
    /// Whether the target's libvirt certainly lacks a name. The project's own map is always certain.
    /// A version between two bundled maps lacks what both lack; one that is newer than every map may have anything.
    /// </summary>
    public static bool CertainlyLacks(this TargetFacts target, Func<CpuMap, bool> has)
    {
        if (target.CpuMap is not { } map || has(map))
        {
            return false;
        }

        return map.IsOf(target.Libvirt!)
            || (target.Catalog.CpuMaps.Following(target.Libvirt!, target.Architecture!) is { } newer && !has(newer));
    }

    /// <summary>
    /// Whether something holds for the target's libvirt for certain: in its own map, or where that is not bundled in the maps before and after it.
    /// </summary>
    public static bool CertainlyHolds(this TargetFacts target, Func<CpuMap, bool> holds) =>
        target.CpuMap is { } map && holds(map)
        && (map.IsOf(target.Libvirt!) || (target.Catalog.CpuMaps.Following(target.Libvirt!, target.Architecture!) is { } newer && holds(newer)));

    /// <summary>The newest map that is known of the target's architecture, and with it what has become of older models; null if there is none.</summary>
    public static CpuMap? NewestMap(this TargetFacts target) =>
        target.Architecture is { } architecture ? target.Catalog.CpuMaps.For(target.Catalog.CpuMaps.Versions[target.Catalog.CpuMaps.Versions.Count - 1], architecture) : null;

    /// <summary>Whether libvirt has taken the feature out of some model since, because CPUs no longer have it.</summary>
    public static bool IsWithdrawn(this TargetFacts target, string feature) => target.NewestMap()?.Models.Any(m => m.RemovedFeatures.Contains(feature)) == true;

    /// <summary>The version that first had a name, if it is newer than the target's: a name that was dropped, or that the project's own map leaves out, does not come with an upgrade.</summary>
    public static Version? IfNewer(this TargetFacts target, Version? since) => since > target.Libvirt ? since : null;
}
