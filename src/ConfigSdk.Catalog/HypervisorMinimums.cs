namespace ConfigSdk.Catalog;

/// <summary>The oldest libvirt and QEMU that releases of nova take.</summary>
public static class HypervisorMinimums
{
    private static readonly Lazy<IReadOnlyList<FactFile.Row>> s_rows = new(() => FactFile.Read("hypervisor-minimums.tsv"));

    /// <summary>What holds for a release on an architecture, for guests of a virt type. What holds for some only is left out where it is null.</summary>
    public static IEnumerable<HypervisorMinimum> Of(Release release, string? architecture, string? virtType) =>
        from row in s_rows.Value
        where release.IsAtLeast(row[3]) && (row[4].Length == 0 || release <= Release.Parse(row[4]))
            && Holds(row.Words(5), architecture) && Holds(row.Words(6), virtType)
        select new HypervisorMinimum(row[1], VersionText.Parse(row[2])!, row[0] switch
        {
            "refused" => BelowMinimum.Refused,
            "logged" => BelowMinimum.Logged,
            "next" => BelowMinimum.Announced,
            _ => throw new InvalidOperationException($"hypervisor-minimums.tsv has a row of the unknown kind '{row[0]}'"),
        });

    private static bool Holds(string[] names, string? name) => names.Length == 0 || (name is not null && names.Contains(name));
}

/// <summary>The oldest version of a program that nova takes.</summary>
/// <param name="Program"><see cref="Libvirt"/> or <see cref="Qemu"/>.</param>
/// <param name="Version">The version.</param>
/// <param name="Below">What nova does with an older one.</param>
public sealed record HypervisorMinimum(string Program, Version Version, BelowMinimum Below)
{
    /// <summary>libvirt.</summary>
    public const string Libvirt = "libvirt";

    /// <summary>QEMU.</summary>
    public const string Qemu = "QEMU";
}

/// <summary>What nova does with a version below a minimum.</summary>
public enum BelowMinimum
{
    /// <summary>nova-compute does not start.</summary>
    Refused,
    /// <summary>It logs an error and goes on.</summary>
    Logged,
    /// <summary>It warns that a later release will refuse it.</summary>
    Announced,
}
