using System.Text.RegularExpressions;

namespace ConfigSdk.Conformance.Tests;

/// <summary>Why nova refuses or withholds what no declaration decides, but the host: what nova says, and what the host is.</summary>
internal static class HostStates
{
    private static readonly (Regex Said, string Reason)[] s_all =
    [
        (new("one or more of the configured CPUs is not (available|online)|ValueError: \\('CPU: "), "the host has no such CPU"),
        (new(@"\('virtio\d+'\)"), "the host has a network card of that name"),
        (new("Expected machine type of |Supported machine types are: .*'pc-0.10'"), "libvirt as it is played has few machine types"),
        (new("is not present in host affinity set"), "the host has no such NUMA node"),
        (new("PMEM namespace .* isn't on host"), "the host has no such persistent memory"),
        (new("compatible with host CPU"), "the host's CPU cannot run the model"),
        (new("Connection to the hypervisor is broken on host"), "the host runs no such hypervisor"),
        (new("incorrect device address: "), "the host has no such virtual device"),
        (new("remote_managed\" is not actually present on the host"), "the host has no such device"),
        (new("does not exist on this host"), "the host has no such user or group"),
        (new("binaries could not be found on PATH|it's not supported by libvirt"), "the host has no swtpm"),
        (new("No such file or directory: '(ceph|vgs|lvs)'|Get PMEM namespaces on host failed"), "the host lacks a tool"),
        (new("no attribute 'GetPMEMNamespacesFailed'"), "the host lacks a tool"), // nova 22 misspells what it raises then
        (new("(Temporary directory is invalid|FileNotFoundError): \\[Errno 2\\] No such file or directory: '[^']"), "the host has no such directory"),
        (new("multipathd is not running"), "the host runs no multipathd"),
        (new("File /sys/devices/system/cpu/.* could not be found"), "the host's CPUs have no such switch"),
        (new("no room on the host's NUMA nodes"), "the host has no such NUMA node"),
        (new("the host encrypts no memory"), "the host encrypts no memory"),
        (new(@"RNG device path: .* is not present on the host"), "the host has no such device"),
        (new("'spice' graphics|spice graphics are not supported|does not support (video model 'qxl'|graphics type 'spice')"), "the host's QEMU has no SPICE"),
        (new("Unable to find 'efi' firmware"), "the host has no such firmware"),
        (new("qemu-img: .*: Unknown file format"), "the host's qemu-img does not know the format"),
        (new("hugetlbfs filesystem is not mounted"), "the host has no huge pages"),
    ];

    /// <summary>What is the host's in what nova says; null if nothing is.</summary>
    public static string? ReasonOf(string said) => s_all.FirstOrDefault(s => s.Said.IsMatch(said)).Reason;
}
