namespace ConfigSdk.Catalog;

/// <summary>The platforms that a node can be declared for by name, with what they ship.</summary>
public static class Platforms
{
    private static readonly Lazy<IReadOnlyList<Platform>> s_all = new(() =>
        [.. FactFile.Read("targets.tsv").Select(r => new Platform(r[0], r[1], r[2], r[3].Length == 0 ? null : Release.Parse(r[3]), r[4], r[5], r[6], r[7]))]);

    /// <summary>Every bundled platform.</summary>
    public static IReadOnlyList<Platform> All => s_all.Value;

    /// <summary>The platform of this name; null if there is none.</summary>
    public static Platform? Find(string name) => All.FirstOrDefault(p => p.Name == name);
}

/// <summary>What a distribution's release ships.</summary>
/// <param name="Name">The name in facts, such as <c>debian-13</c>.</param>
/// <param name="MemberName">The name in C#, such as <c>Debian13</c>.</param>
/// <param name="Title">The name in messages.</param>
/// <param name="Nova">nova's release; null if the distribution ships none.</param>
/// <param name="Libvirt">libvirt's version.</param>
/// <param name="Qemu">QEMU's version.</param>
/// <param name="Architecture">nova's name of the architecture.</param>
/// <param name="Kernel">The platform in <see cref="KernelModules"/>; empty if its kernel is not bundled.</param>
public sealed record Platform(
    string Name, string MemberName, string Title, Release? Nova, string Libvirt, string Qemu, string Architecture, string Kernel)
{
    /// <summary>Whether it is RHEL or a rebuild of it.</summary>
    public bool IsRhel => Name.StartsWith("rhel-", StringComparison.Ordinal);
}
