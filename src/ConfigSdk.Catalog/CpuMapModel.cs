namespace ConfigSdk.Catalog;

/// <summary>One CPU model of a libvirt version's map.</summary>
public sealed class CpuMapModel
{
    private readonly CpuMap _map;
    private readonly CpuMapFacts.ModelRow _row;

    internal CpuMapModel(CpuMap map, CpuMapFacts.ModelRow row) => (_map, _row) = (map, row);

    /// <summary>The name.</summary>
    public string Name => _row.Name;

    /// <summary>The model that this one starts from; null if none.</summary>
    public CpuMapModel? Base => _row.Base.Length == 0 ? null : _map.Find(_row.Base);

    /// <summary>The vendor's name in the map (<c>Intel</c>, <c>AMD</c>, …), inherited from the base; null for models of no vendor.</summary>
    public string? Vendor => _row.Vendor.Length > 0 ? _row.Vendor : Base?.Vendor;

    /// <summary>The versioned name that stands for exactly this model, such as <c>EPYC-v1</c> for EPYC; null if there is none.</summary>
    public string? CanonicalName => _row.Canonical.Length == 0 ? null : _row.Canonical;

    /// <summary>Whether libvirt may name a host by this model.</summary>
    public bool DecodesHost => !_row.Decode.StartsWith("off", StringComparison.Ordinal);

    /// <summary>The features that the model stands for, inherited ones first.</summary>
    public IEnumerable<string> Features => (Base?.Features ?? []).Concat(_row.Features);

    /// <summary>Features that the model once had and that libvirt now switches off in it.</summary>
    public IReadOnlyList<string> RemovedFeatures => _row.Removed;

    /// <summary>Features that QEMU may turn on with the model; comparisons do not ask for them.</summary>
    public IReadOnlyList<string> AddedFeatures => _row.Added;
}
