namespace ConfigSdk.Catalog;

/// <summary>Glance's disk formats, and which of them nova's libvirt driver takes.</summary>
public static class DiskFormats
{
    // Glance's default list by release: (format, first release that lists it). qed was never in it.
    private static readonly (string Name, string Since)[] s_glance =
    [
        ("ami", "2014.1"), ("ari", "2014.1"), ("aki", "2014.1"), ("vhd", "2014.1"), ("vmdk", "2014.1"), ("raw", "2014.1"),
        ("qcow2", "2014.1"), ("vdi", "2014.1"), ("iso", "2014.1"), ("vhdx", "13.0.0"), ("ploop", "14.0.0"),
    ];

    /// <summary>Every format that some release of Glance lists, and <c>qed</c>, which QEMU reads and Glance never listed.</summary>
    public static IEnumerable<string> All => s_glance.Select(f => f.Name).Append("qed");

    /// <summary>The formats in the default list of Glance's release that goes with nova's.</summary>
    public static IEnumerable<string> OfGlance(Release release) => s_glance.Where(f => release.IsAtLeast(f.Since)).Select(f => f.Name);

    /// <summary>
    /// Whether a guest of the virt type can be started from the format in the release: true, false, or null where the catalog has no fact.
    /// From 30.0.0 nova inspects each image and takes only formats that its inspector knows, and ploop is not among them.
    /// </summary>
    public static bool? CanBoot(string format, string virtType, Release release) => (format, virtType) switch
    {
        ("ploop", "kvm" or "qemu" or "lxc") when release.IsAtLeast("30.0.0") => false,
        ("raw" or "qcow2", "kvm" or "qemu") => true,
        ("iso" or "vmdk" or "vdi" or "vhd" or "vhdx" or "ami" or "ari" or "aki", "kvm" or "qemu") => true,
        ("ploop", "parallels") => release.IsAtLeast("2015.1.0") ? null : false,
        _ => null,
    };
}
