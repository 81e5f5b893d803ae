namespace ConfigSdk.Catalog;

/// <summary>The CPU features that nova tells placement of, each as a trait.</summary>
public static class CpuTraits
{
    private static readonly Lazy<IReadOnlyDictionary<string, FactFile.Row>> s_rows =
        new(() => FactFile.Read("cpu-traits.tsv").ToDictionary(r => r[0], StringComparer.Ordinal));

    /// <summary>Every feature that some release has a trait for. A release has no other.</summary>
    public static IEnumerable<string> Features => s_rows.Value.Keys;

    /// <summary>Whether some release has a trait for the feature.</summary>
    public static bool Has(string feature) => s_rows.Value.ContainsKey(feature);

    /// <summary>The feature's traits in a release, 20.0.0 or later; empty if it certainly has one in later releases alone, or in none.</summary>
    public static IReadOnlyList<string> Of(string feature, Release release) =>
        s_rows.Value.TryGetValue(feature, out var row) && release.IsAtLeast(row[2].Length == 0 ? "20.0.0" : row[2]) ? row.Words(1) : [];
}
