using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>
/// The kernel's settings at run time, in <c>/etc/sysctl.d/70-nova-compute.conf</c>: those that compute nodes are known to need by name, all
/// others through <see cref="Extra"/>. What is left out is left to the kernel and to the host's other files.
/// </summary>
public sealed record Sysctl : SettingsGroup
{
    /// <summary>Declares settings of the kernel.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Sysctl([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>fs.aio-max-nr. How many asynchronous requests to disks there may be at once on the whole host. Each disk with native I/O takes some; QEMU fails to open it when there are none left.</summary>
    [Setting("fs.aio-max-nr")]
    public long? FsAioMaxNr { get; init; }

    /// <summary>fs.file-max. How many files all processes together may have open.</summary>
    [Setting("fs.file-max")]
    public long? FsFileMax { get; init; }

    /// <summary>fs.inotify.max_user_instances. How many inotify instances one user may have.</summary>
    [Setting("fs.inotify.max_user_instances")]
    public long? FsInotifyMaxUserInstances { get; init; }

    /// <summary>fs.inotify.max_user_watches. How many files one user may watch with inotify.</summary>
    [Setting("fs.inotify.max_user_watches")]
    public long? FsInotifyMaxUserWatches { get; init; }

    /// <summary>kernel.numa_balancing. Whether the kernel moves memory to the NUMA node that uses it: 0 for no, 1 for yes.</summary>
    [Setting("kernel.numa_balancing")]
    public long? KernelNumaBalancing { get; init; }

    /// <summary>kernel.pid_max. The number after which those of processes and threads begin anew: 301 to 4194304.</summary>
    [Setting("kernel.pid_max")]
    public long? KernelPidMax { get; init; }

    /// <summary>kernel.threads-max. How many threads there may be on the whole host.</summary>
    [Setting("kernel.threads-max")]
    public long? KernelThreadsMax { get; init; }

    /// <summary>net.bridge.bridge-nf-call-arptables. Whether what goes through a bridge goes through arptables. Needs the module br_netfilter.</summary>
    [Setting("net.bridge.bridge-nf-call-arptables")]
    public bool? NetBridgeBridgeNfCallArptables { get; init; }

    /// <summary>net.bridge.bridge-nf-call-ip6tables. Whether what goes through a bridge goes through ip6tables. Needs the module br_netfilter.</summary>
    [Setting("net.bridge.bridge-nf-call-ip6tables")]
    public bool? NetBridgeBridgeNfCallIp6tables { get; init; }

    /// <summary>net.bridge.bridge-nf-call-iptables. Whether what goes through a bridge goes through iptables, as security groups of bridges want it. Needs the module br_netfilter.</summary>
    [Setting("net.bridge.bridge-nf-call-iptables")]
    public bool? NetBridgeBridgeNfCallIptables { get; init; }

    /// <summary>net.ipv4.conf.all.rp_filter. Whether packets are dropped whose answer would take another way, on every interface: 0 for no, 1 for yes, 2 for only those to which there is no way. The greater of this and the interface's own counts.</summary>
    [Setting("net.ipv4.conf.all.rp_filter")]
    public long? NetIpv4ConfAllRpFilter { get; init; }

    /// <summary>net.ipv4.conf.default.rp_filter. The same for interfaces that come later.</summary>
    [Setting("net.ipv4.conf.default.rp_filter")]
    public long? NetIpv4ConfDefaultRpFilter { get; init; }

    /// <summary>net.ipv4.ip_forward. Whether the host forwards IPv4 packets. A change of it sets other settings of interfaces to what is right for a router or a host.</summary>
    [Setting("net.ipv4.ip_forward")]
    public bool? NetIpv4IpForward { get; init; }

    /// <summary>net.ipv4.neigh.default.gc_thresh1. Down to how many neighbours no entry of the ARP table is dropped.</summary>
    [Setting("net.ipv4.neigh.default.gc_thresh1")]
    public long? NetIpv4NeighDefaultGcThresh1 { get; init; }

    /// <summary>net.ipv4.neigh.default.gc_thresh2. From how many neighbours on entries of the ARP table are dropped when they have not been used for five seconds.</summary>
    [Setting("net.ipv4.neigh.default.gc_thresh2")]
    public long? NetIpv4NeighDefaultGcThresh2 { get; init; }

    /// <summary>net.ipv4.neigh.default.gc_thresh3. How many neighbours the ARP table may have at most.</summary>
    [Setting("net.ipv4.neigh.default.gc_thresh3")]
    public long? NetIpv4NeighDefaultGcThresh3 { get; init; }

    /// <summary>net.ipv6.conf.all.forwarding. Whether the host forwards IPv6 packets.</summary>
    [Setting("net.ipv6.conf.all.forwarding")]
    public bool? NetIpv6ConfAllForwarding { get; init; }

    /// <summary>vm.dirty_background_ratio. From which percentage of the memory on what is yet to be written to disks is written in the background.</summary>
    [Setting("vm.dirty_background_ratio")]
    public long? VmDirtyBackgroundRatio { get; init; }

    /// <summary>vm.dirty_ratio. From which percentage of the memory on a process that writes has to wait for the disk.</summary>
    [Setting("vm.dirty_ratio")]
    public long? VmDirtyRatio { get; init; }

    /// <summary>vm.max_map_count. How many mappings of memory a process may have.</summary>
    [Setting("vm.max_map_count")]
    public long? VmMaxMapCount { get; init; }

    /// <summary>vm.min_free_kbytes. How many KiB of memory the kernel keeps free for itself.</summary>
    [Setting("vm.min_free_kbytes")]
    public long? VmMinFreeKbytes { get; init; }

    /// <summary>vm.nr_hugepages. How many huge pages of the default size the kernel keeps on the whole host. At run time it may find less room for them than at boot, see <see cref="HostKernel.HugePages"/>.</summary>
    [Setting("vm.nr_hugepages")]
    public long? VmNrHugepages { get; init; }

    /// <summary>vm.overcommit_memory. How much memory processes may ask for: 0 for what looks sensible, 1 for anything, 2 for no more than there is by vm.overcommit_ratio.</summary>
    [Setting("vm.overcommit_memory")]
    public long? VmOvercommitMemory { get; init; }

    /// <summary>vm.swappiness. How readily memory of processes is swapped out rather than that of files is dropped: 0 to 200, before Linux 5.8 to 100.</summary>
    [Setting("vm.swappiness")]
    public long? VmSwappiness { get; init; }

    /// <summary>vm.zone_reclaim_mode. Whether memory of a NUMA node is made free before that of another is taken: 0 for no, 1 for yes.</summary>
    [Setting("vm.zone_reclaim_mode")]
    public long? VmZoneReclaimMode { get; init; }

    /// <summary>Any other settings, by their keys. They are written behind those above, in order.</summary>
    public IReadOnlyList<SysctlSetting>? Extra { get; init; }
}

/// <summary>A setting of the kernel's, by its key.</summary>
public sealed record SysctlSetting : Declaration
{
    /// <summary>Declares a setting.</summary>
    /// <param name="key">
    /// The key as <c>sysctl -a</c> prints it, such as <c>net.core.somaxconn</c>; where a name in it has dots, with slashes between names:
    /// <c>net/ipv4/conf/eth0.100/rp_filter</c>.
    /// </param>
    /// <param name="value">The value.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SysctlSetting(string key, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Key, Value) = (key, value);

    /// <summary>The key.</summary>
    public string Key { get; init; }

    /// <summary>The value.</summary>
    public string Value { get; init; }
}
