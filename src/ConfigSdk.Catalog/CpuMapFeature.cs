namespace ConfigSdk.Catalog;

/// <summary>One CPU feature of a libvirt version's map.</summary>
public sealed class CpuMapFeature
{
    private readonly FactFile.Row _row;

    internal CpuMapFeature(FactFile.Row row) => _row = row;

    /// <summary>The name.</summary>
    public string Name => _row[1];

    /// <summary>Whether a guest that has the feature can be migrated.</summary>
    public bool IsMigratable => _row[3] != "no";

    /// <summary>Other programs' names for it. libvirt does not take them.</summary>
    public IReadOnlyList<CpuFeatureAlias> Aliases => [.. _row.Words(4).Select(w => w.Split([':'], 2)).Select(a => new CpuFeatureAlias(a[1], a[0]))];

    /// <summary>Where the CPU tells that it has the feature; empty on architectures that have names only.</summary>
    public IReadOnlyList<CpuFeatureBits> Bits =>
        [.. _row.Words(5).Select(w => w.Split(':')).Select(b => new CpuFeatureBits(b[0], NumberText.Parse(b[1])!.Value, NumberText.Parse(b[2])!.Value, b[3], NumberText.Parse(b[4])!.Value))];
}

/// <summary>Another program's name for a feature.</summary>
/// <param name="Name">The name there.</param>
/// <param name="Source">The program, such as <c>qemu</c> or <c>linux</c>; empty if the map does not say.</param>
public sealed record CpuFeatureAlias(string Name, string Source);

/// <summary>Bits of a register that <c>cpuid</c> fills or that a model-specific register holds.</summary>
/// <param name="Kind"><c>cpuid</c> or <c>msr</c>.</param>
/// <param name="Index">The leaf (libvirt's <c>eax_in</c>), or the number of the model-specific register.</param>
/// <param name="Subleaf">libvirt's <c>ecx_in</c>; 0 for a model-specific register.</param>
/// <param name="Register"><c>eax</c>, <c>ebx</c>, <c>ecx</c> or <c>edx</c>.</param>
/// <param name="Mask">The bits.</param>
public sealed record CpuFeatureBits(string Kind, uint Index, uint Subleaf, string Register, uint Mask);
