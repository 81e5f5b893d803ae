namespace ConfigSdk.Catalog;

/// <summary>What one map says of one architecture, as the rows of cpu-map.tsv write it; models are in document order.</summary>
internal sealed record CpuMapPart(IReadOnlyList<FactFile.Row> Vendors, IReadOnlyList<FactFile.Row> Features, IReadOnlyList<FactFile.Row> Models);
