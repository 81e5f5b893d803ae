using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>What is known of the platform that a node is declared for. Each part is null where it is unset or unknown.</summary>
public sealed class TargetFacts
{
    private readonly Lazy<(Version? Libvirt, Version? Qemu, CpuMap? Map)> _versions;

    internal TargetFacts(PartialValue target, FactCatalog catalog)
    {
        Catalog = catalog;
        Declared = target;
        var nova = Record.Below(target, ModelNames.Nova);
        DeclaredRelease = nova.Text is { } text ? Release.Find(text) : null;
        Release = nova.IsUnset ? null : catalog.Trial ?? DeclaredRelease;
        Architecture = Record.Below(target, ModelNames.Architecture).Text;
        var platform = Record.Below(target, ModelNames.Platform);
        Platform = platform.Text is { } name ? Platforms.Find(name) : null;
        _versions = new(() =>
        {
            var (libvirt, qemu) = (Version(target, ModelNames.Libvirt), Version(target, ModelNames.Qemu));
            return (libvirt, qemu, libvirt is not null && Architecture is not null ? catalog.CpuMaps.For(libvirt, Architecture) : null);
        });
    }

    /// <summary>The facts to judge by.</summary>
    public FactCatalog Catalog { get; }

    /// <summary>The target as declared.</summary>
    public PartialValue Declared { get; }

    /// <summary>nova's release: what is declared, or in a trial the release that is tried.</summary>
    public Release? Release { get; }

    /// <summary>nova's release as declared.</summary>
    public Release? DeclaredRelease { get; }

    /// <summary>libvirt's version.</summary>
    public Version? Libvirt => _versions.Value.Libvirt;

    /// <summary>QEMU's version.</summary>
    public Version? Qemu => _versions.Value.Qemu;

    /// <summary>nova's name of the architecture.</summary>
    public string? Architecture { get; }

    /// <summary>The bundled platform; null if the target names none.</summary>
    public Platform? Platform { get; }

    /// <summary>The CPU map that the target's libvirt has; null where it is not known, or where libvirt has no model names for the architecture.</summary>
    public CpuMap? CpuMap => _versions.Value.Map;

    /// <summary>libvirt's name in messages, such as <c>libvirt 11.3</c>; tells when the project's own map is used or that of an older version stands in.</summary>
    public string LibvirtName
    {
        get
        {
            var asked = "libvirt " + Short(Libvirt!);
            return CpuMap switch
            {
                { IsOwn: true } => $"{asked} (by the project's own map)",
                { Version: { } version } when version != Libvirt => $"{asked} (by the map of {Short(version)})",
                _ => asked,
            };
        }
    }

    /// <summary>A version without the zeros at its end that nobody says: 11.3, 9.0, 1.2.2.</summary>
    public static string Short(Version version) =>
        version.Build > 0 || version.Revision > 0 ? version.Revision > 0 ? version.ToString(4) : version.ToString(3) : version.ToString(2);

    private static Version? Version(PartialValue target, string property) =>
        Record.Below(target, property).Text is { } text ? VersionText.Parse(text) : null;
}
