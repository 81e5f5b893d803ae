using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Devices;

/// <summary>The machine types of guests whose image names none: [libvirt] hw_machine_type.</summary>
internal static class MachineTypes
{
    private static readonly HashSet<string> s_architectures = new(StringComparer.Ordinal)
    {
        "alpha", "armv6", "armv7l", "armv7b", "aarch64", "cris", "i686", "ia64", "lm32", "m68k", "microblaze", "microblazeel", "mips", "mipsel", "mips64", "mips64el",
        "openrisc", "parisc", "parisc64", "ppc", "ppcle", "ppc64", "ppc64le", "ppcemb", "s390", "s390x", "sh4", "sh4eb", "sparc", "sparc64", "unicore32", "x86_64", "xtensa", "xtensaeb",
    };

    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["amd64"] = "x86_64", ["x86-64"] = "x86_64", ["x64"] = "x86_64", ["i386"] = "i686", ["i486"] = "i686", ["i586"] = "i686", ["x86"] = "i686",
        ["arm64"] = "aarch64", ["armhf"] = "armv7l", ["arm"] = "armv7l", ["armv7"] = "armv7l", ["ppc64el"] = "ppc64le", ["powerpc64le"] = "ppc64le",
    };

    private static readonly Regex s_upstream = new(@"\A(?:pc-i440fx|pc-q35|virt|pseries|s390-ccw-virtio)-([0-9]+)\.([0-9]+)(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_downstream = new(@"rhel|ubuntu|\A(?:pc-i440fx|pc-q35|virt|pseries|s390-ccw-virtio)-[a-z]", RegexOptions.CultureInvariant);

    /// <summary>Whether this is nova's name of an architecture.</summary>
    public static bool IsArchitecture(string name) => s_architectures.Contains(name);

    /// <summary>nova's name of the architecture that was probably meant; null if there is none.</summary>
    public static string? ArchitectureMeantBy(string name) =>
        s_otherNames.TryGetValue(name.Trim(), out var other) ? other
        : s_architectures.Contains(name.Trim().ToLowerInvariant()) ? name.Trim().ToLowerInvariant()
        : Spelling.Nearest(name.Trim(), s_architectures);

    /// <summary>The entries that are certainly there.</summary>
    public static IReadOnlyList<MachineTypeEntry> Of(NodeFacts node) =>
        node.Sets("libvirt", "hw_machine_type")
            ? [.. KnownItems.Of(node.Option("libvirt", "hw_machine_type")).Where(i => OptionText.ItemFlaw(i.Value) is null && !OptionText.HasReference(i.Value)).Select(MachineTypeEntry.Of)]
            : [];

    /// <summary>The entry that counts for an architecture: the first since 20.0.0, the last before.</summary>
    public static MachineTypeEntry? For(NodeFacts node, string architecture)
    {
        var entries = Of(node).Where(e => e.Architecture == architecture && e.Type.Length > 0);
        return node.Target.Release?.IsAtLeast("20.0.0") == false ? entries.LastOrDefault() : entries.FirstOrDefault();
    }

    /// <summary>Whether every entry is known.</summary>
    public static bool AreKnown(NodeFacts node) => node.ItemsOf("libvirt", "hw_machine_type") is not null;

    /// <summary>
    /// The machine type of an architecture's guests, as far as it matters whether it has PCIe: nova's default if the list has no entry, where nova
    /// has one. Null if the entries are not known.
    /// </summary>
    public static string? Effective(NodeFacts node, string architecture) =>
        !AreKnown(node) || node.Target.Release is not { } release ? null
        : For(node, architecture)?.Type ?? (architecture switch
        {
            // Up to 18 any entry takes the default away, and QEMU has none for these boards.
            "aarch64" or "armv7l" when release.IsAtLeast("19.0.0") || Of(node).Count == 0 => "virt",
            "x86_64" or "i686" => "pc",
            _ => "",
        });

    /// <summary>Whether nova makes PCIe ports for guests of the type on a host of the architecture.</summary>
    public static bool HasPcie(string host, string type) => host switch
    {
        "x86_64" => type.Contains("q35"),
        "aarch64" => type.StartsWith("virt", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Why no guest can be of a machine type that <see cref="HasNoPci"/>.</summary>
    public const string NoPci = "libvirt gives it no PCI bus, which nova's guests need";

    /// <summary>Whether libvirt has no PCI bus for guests of the machine type, and refuses what nova gives every guest.</summary>
    public static bool HasNoPci(string? architecture, string name) => architecture is "x86_64" or "i686" && (name is "isapc" or "microvm");

    /// <summary>
    /// Whether the target's QEMU certainly has no machine of this name. Distributions other than Debian add names of their own. A version between
    /// two that are bundled lacks what both lack; a machine that carries a version is in none before it.
    /// </summary>
    public static bool AreLacking(TargetFacts target, string architecture, string name)
    {
        if (target.Qemu is not { } qemu || (s_downstream.IsMatch(name) && target.Platform?.Name.StartsWith("debian", StringComparison.Ordinal) != true))
        {
            return false;
        }

        // QEMU's machine without any part, which libvirt does not offer.
        if (name == "none")
        {
            return true;
        }

        if (s_upstream.Match(name) is { Success: true } match
            && Version.TryParse(match.Groups[1].Value + "." + match.Groups[2].Value, out var version) && version > new Version(qemu.Major, qemu.Minor))
        {
            return true;
        }

        if (QemuFacts.For(qemu, architecture) is not { } facts || facts.FindMachine(name) is not null)
        {
            return false;
        }

        return FactsOf(qemu, architecture) is not null
            || (QemuFacts.Versions(architecture).FirstOrDefault(v => v > qemu) is { } newer && QemuFacts.For(newer, architecture)!.FindMachine(name) is null);
    }

    /// <summary>The version's own facts, if they are bundled: a stable update has the machines of its first release.</summary>
    public static QemuFacts? FactsOf(Version qemu, string architecture) =>
        QemuFacts.For(qemu, architecture) is { } facts && (facts.Version.Major, facts.Version.Minor) == (qemu.Major, qemu.Minor) ? facts : null;
}

/// <summary>An item of hw_machine_type.</summary>
/// <param name="Item">The item.</param>
/// <param name="Architecture">What stands before the first equals sign.</param>
/// <param name="Type">What stands after it; empty if there is nothing.</param>
internal sealed record MachineTypeEntry(Known Item, string Architecture, string Type)
{
    /// <summary>Reads an item.</summary>
    public static MachineTypeEntry Of(Known item)
    {
        var equals = item.Value.IndexOf('=');
        return equals < 0 ? new(item, item.Value, "") : new(item, item.Value.Substring(0, equals), item.Value.Substring(equals + 1));
    }
}
