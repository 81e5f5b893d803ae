namespace ConfigSdk.Catalog;

/// <summary>The drivers that nova itself brings, by the names that <c>[DEFAULT] compute_driver</c> takes.</summary>
public static class ComputeDrivers
{
    private static readonly Lazy<IReadOnlyList<ComputeDriverFacts>> s_all = new(() =>
        [.. FactFile.Read("compute-drivers.tsv").Select(r => new ComputeDriverFacts(r[0], Release.Parse(r[1]), r[2].Length == 0 ? null : Release.Parse(r[2])))]);

    /// <summary>Every driver of some release.</summary>
    public static IReadOnlyList<ComputeDriverFacts> All => s_all.Value;

    /// <summary>The driver of this name; null if there is none.</summary>
    public static ComputeDriverFacts? Find(string name) => All.FirstOrDefault(d => d.Name == name);
}

/// <summary>A driver.</summary>
/// <param name="Name">Module and class below <c>nova.virt</c>.</param>
/// <param name="First">The first bundled release that has it.</param>
/// <param name="Last">The last; null if the newest has it.</param>
public sealed record ComputeDriverFacts(string Name, Release First, Release? Last)
{
    /// <summary>The module below <c>nova.virt</c>.</summary>
    public string Module => Name.Substring(0, Name.IndexOf('.'));

    /// <summary>Whether the release has it.</summary>
    public bool IsIn(Release release) => release >= First && (Last is null || release <= Last);
}
