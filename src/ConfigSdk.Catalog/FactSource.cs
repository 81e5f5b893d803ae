namespace ConfigSdk.Catalog;

/// <summary>Where facts come from.</summary>
/// <param name="FactSet">The fact file, such as <c>cpu-map</c>.</param>
/// <param name="Versions">The versions that came from there: of nova, libvirt, QEMU or the kernel's package.</param>
/// <param name="Source">What was read, with the package and its version.</param>
/// <param name="Collected">The day or month, as ISO 8601 writes it.</param>
public sealed record FactSource(string FactSet, string Versions, string Source, string Collected)
{
    private static readonly Lazy<IReadOnlyList<FactSource>> s_all = new(() =>
        [.. FactFile.Read("sources.tsv").Select(r => new FactSource(r[0], r[1], r[2], r[3]))]);

    /// <summary>Every source, in the order of the fact files.</summary>
    public static IReadOnlyList<FactSource> All => s_all.Value;
}
