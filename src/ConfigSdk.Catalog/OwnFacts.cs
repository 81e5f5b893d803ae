namespace ConfigSdk.Catalog;

/// <summary>A file of facts that a project brings itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">The file's path.</param>
/// <param name="Version">The release of nova or version of libvirt of which it speaks; empty for every one.</param>
public sealed record OwnFacts(OwnFactsKind Kind, string Path, string Version)
{
    internal bool TryVersion(out Release? release, out Version? libvirt)
    {
        release = Kind == OwnFactsKind.NovaOptions ? Release.Find(Version) : null;
        libvirt = Kind == OwnFactsKind.CpuMap ? VersionText.Parse(Version) : null;
        return Version.Length == 0 || release is not null || libvirt is not null;
    }
}

/// <summary>The kinds of facts that a project may bring itself. The names are those of the items.</summary>
public enum OwnFactsKind
{
    /// <summary>libvirt's cpu_map: <c>index.xml</c> or the old single file.</summary>
    CpuMap,
    /// <summary>What <c>oslo-config-generator --format json</c> prints.</summary>
    NovaOptions,
}
