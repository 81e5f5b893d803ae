namespace ConfigSdk.Catalog;

/// <summary>One CPU model of a libvirt version's map.</summary>
public sealed class CpuMapModel
{
    private readonly CpuMap _map;
    private readonly FactFile.Row _row;
    private IReadOnlyList<string>? _features;
    private HashSet<string>? _featureSet;
    private IReadOnlyList<string>? _removed;

    internal CpuMapModel(CpuMap map, FactFile.Row row) => (_map, _row) = (map, row);

    /// <summary>The name.</summary>
    public string Name => _row[1];

    /// <summary>The model that this one starts from; null if none.</summary>
    public CpuMapModel? Base => Optional(3) is { } name ? _map.Find(name) : null;

    /// <summary>The vendor's name in the map (<c>Intel</c>, <c>AMD</c>, …), inherited from the base; null for models of no vendor.</summary>
    public string? Vendor => Optional(4) ?? Base?.Vendor;

    /// <summary>The versioned name that stands for exactly this model, such as <c>EPYC-v1</c> for EPYC; null if there is none.</summary>
    public string? CanonicalName => Optional(6);

    /// <summary>Whether libvirt may name a host by this model.</summary>
    public bool DecodesHost => !_row[5].StartsWith("off,", StringComparison.Ordinal);

    /// <summary>Whether libvirt may choose this model for a guest, as a baseline of several hosts. One may always ask for it by name.</summary>
    public bool DecodesGuest => !_row[5].EndsWith(",off", StringComparison.Ordinal);

    /// <summary>Whether libvirt judges a guest of this model by the map (<c>check partial='compat'</c>), though QEMU may know better.</summary>
    public bool IsCheckedByMap => _row[7] == "compat";

    /// <summary>The families and models of CPUs that are this model, of the base if it has none of its own.</summary>
    public IReadOnlyList<CpuSignature> Signatures => _row[8].Length == 0 && Base is { } origin
        ? origin.Signatures
        : [.. _row.Words(8).Select(w => w.Split('/')).Select(s => new CpuSignature(NumberText.Parse(s[0])!.Value, NumberText.Parse(s[1])!.Value, s.Length > 2 ? s[2] : null))];

    /// <summary>The processor versions that are this model, on ppc64 and arm.</summary>
    public IReadOnlyList<CpuPvr> Pvrs =>
        [.. _row.Words(12).Select(w => w.Split('/')).Select(p => new CpuPvr(NumberText.Parse(p[0])!.Value, p.Length > 1 ? NumberText.Parse(p[1]) : null))];

    /// <summary>The heading under which the map lists the model; null if there is none.</summary>
    public string? Group => Optional(13);

    /// <summary>The features that the model stands for: what the base has and has not removed, then its own.</summary>
    public IReadOnlyList<string> Features => _features ??= Base is { } origin
        ? [.. origin.Features.Except(origin.RemovedFeatures).Union(Names(9))]
        : [.. Names(9).Distinct()];

    /// <summary>Whether the feature is one of <see cref="Features"/>.</summary>
    public bool HasFeature(string feature) => (_featureSet ??= new(Features, StringComparer.Ordinal)).Contains(feature);

    /// <summary>Features that the model once had and that libvirt now switches off in it.</summary>
    public IReadOnlyList<string> RemovedFeatures => _removed ??= [.. Names(10)];

    /// <summary>Features that QEMU may turn on with the model; comparisons do not ask for them.</summary>
    public IReadOnlyList<string> AddedFeatures => [.. Names(11)];

    private string? Optional(int field) => _row[field].Length == 0 ? null : _row[field];

    // A map has some 400 names and names each up to 200 times: all use the feature's own string.
    private IEnumerable<string> Names(int field) => _row.Words(field).Select(w => _map.FindFeature(w)?.Name ?? w);
}

/// <summary>What CPUID says of family and model.</summary>
/// <param name="Family">The family.</param>
/// <param name="Model">The model.</param>
/// <param name="Stepping">The steppings, such as <c>0-4</c>; null for all.</param>
public sealed record CpuSignature(uint Family, uint Model, string? Stepping);

/// <summary>A processor version.</summary>
/// <param name="Value">The register's value.</param>
/// <param name="Mask">The bits that count; null for all.</param>
public sealed record CpuPvr(uint Value, uint? Mask);
