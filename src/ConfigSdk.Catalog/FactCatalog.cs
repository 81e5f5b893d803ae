namespace ConfigSdk.Catalog;

/// <summary>The facts that declarations are judged by.</summary>
public sealed class FactCatalog
{
    private FactCatalog(NovaOptions options, CpuMaps cpuMaps) => (Options, CpuMaps) = (options, cpuMaps);

    /// <summary>The facts that come with ConfigSdk.</summary>
    public static FactCatalog Bundled { get; } = new(new NovaOptions(), new CpuMaps());

    /// <summary>The options of nova.conf.</summary>
    public NovaOptions Options { get; }

    /// <summary>libvirt's CPU maps.</summary>
    public CpuMaps CpuMaps { get; }

    /// <summary>The same facts with other CPU maps.</summary>
    public FactCatalog With(CpuMaps cpuMaps) => new(Options, cpuMaps);
}
