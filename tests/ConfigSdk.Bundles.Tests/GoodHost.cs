using ConfigSdk.Catalog;

namespace ConfigSdk.Bundles.Tests;

/// <summary>A declaration, and a made-up root that is just what it says.</summary>
internal static class GoodHost
{
    public static NodeProfile Profile { get; } = new()
    {
        Target = Target.Debian13,
        Host = new()
        {
            Cpu = HostCpu.Intel(),
            Cpus = 8,
            Kernel = new()
            {
                IsolatedCpus = "2-3",
                HugePages = [new("2M", 64)],
                Iommu = true,
                Arguments = [new("nohz_full", "2-3"), new("nosmt"), new("kvm-intel.nested", "1")],
                GrubFragment = true,
            },
            Sysctl = new() { VmSwappiness = 0x10, Extra = [new("net.ipv4.tcp_rmem", "4096 131072 0x600000"), new("net/ipv4/conf/eth0.100/rp_filter", "2")] },
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, KernelModule.VhostNet],
            Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } },
        },
        Nova = new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt, MyIp = "10.0.0.5", ReservedHostMemoryMb = 512 },
            Compute = new() { CpuDedicatedSet = "2-3", CpuSharedSet = "0-1" },
            Libvirt = new()
            {
                VirtType = VirtType.Kvm,
                CpuMode = CpuMode.Custom,
                CpuModels = [CpuModel.Nehalem],
                CpuModelExtraFlags = ["aes"],
                SysinfoSerial = SysinfoSerial.Os,
                SwtpmEnabled = true,
            },
        },
    };

    public static void Write(MadeUpRoot root)
    {
        var features = FactCatalog.Bundled.CpuMaps.For(new Version(11, 3, 0), "x86_64")!.Find("Nehalem")!.Features.Select(f => f.Replace('.', '_'));
        root.Write("/etc/hostname", "cmp01\n")
            .Write("/etc/passwd", root.Read("/etc/passwd") + "tss:x:104:108::/:\n")
            .Write("/etc/group", root.Read("/etc/group") + "tss:x:108:\n")
            .Write("/etc/machine-id", "0123456789abcdef0123456789abcdef\n")
            .Write("/etc/nova/nova.conf", "[libvirt]\nvirt_type = kvm\n")
            .Write("/etc/nova/nova-compute.conf", "[DEFAULT]\n# compute_driver = none\ncompute_driver=libvirt.LibvirtDriver\n[LIBVIRT]\nvirt_type = 'kvm'\ninject_key = true\n")
            .Write("/dev/kvm", "")
            .Write("/dev/urandom", "x")
            .Write("/proc/cmdline", "BOOT_IMAGE=/vmlinuz root=/dev/sda1 ro isolcpus=2-3 hugepagesz=2M hugepages=64 intel_iommu=on nohz-full=2-3 nosmt kvm_intel.nested=1 quiet\n")
            .Write("/proc/sys/net/ipv4/conf/eth0.100/rp_filter", "2\n")
            .Write("/proc/sys/net/ipv4/tcp_rmem", "4096\t131072\t6291456\n")
            .Write("/proc/sys/vm/swappiness", "16\n")
            .Write("/proc/cpuinfo", $"processor\t: 0\nvendor_id\t: GenuineIntel\nflags\t\t: {string.Join(' ', features)} aes vmx\nbugs\t\t:\n")
            .Write("/proc/meminfo", "MemTotal:        8000000 kB\nMemFree: 1 kB\n")
            .Write("/proc/modules", "kvm_intel 1 0 - Live 0x0\nkvm 1 1 kvm_intel, Live 0x0\nvhost_net 1 0 - Live 0x0\n")
            .Write("/proc/net/fib_trie", "Local:\n  +-- 10.0.0.0/24 2 0 2\n     |-- 10.0.0.5\n        /32 host LOCAL\n     |-- 10.0.0.6\n        /32 link UNICAST\n")
            .Write("/proc/sys/kernel/arch", "x86_64\n")
            .Write("/proc/sys/kernel/osrelease", "6.12.1\n")
            .Write("/lib/modules/6.12.1/modules.dep", "kernel/arch/x86/kvm/kvm-intel.ko.xz: kernel/arch/x86/kvm/kvm.ko.xz\nkernel/drivers/vhost/vhost_net.ko.xz:\n")
            .Write("/lib/modules/6.12.1/modules.builtin", "kernel/arch/x86/kvm/kvm.ko\n")
            .Write("/sys/class/iommu/dmar0/name", "")
            .Write("/sys/devices/system/cpu/isolated", "2-3\n")
            .Write("/sys/devices/system/cpu/online", "0-7\n")
            .Write("/sys/devices/system/cpu/present", "0-3,4-7\n")
            .Write("/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "64\n")
            .Write("/sys/module/kvm_intel/parameters/nested", "Y\n")
            .Write("/usr/lib/python3/dist-packages/nova-31.0.0.egg-info", "")
            .Write("/usr/lib/x86_64-linux-gnu/libvirt.so.0.11003.0", "")
            .Write("/usr/share/libvirt/cpu_map/index.xml", "<cpus><arch name='x86'><include filename='x86_Nehalem.xml'/></arch></cpus>\n")
            .Write("/usr/share/libvirt/cpu_map/x86_Nehalem.xml", "<cpus>\n  <model name='Nehalem'>\n  </model>\n</cpus>\n")
            .Write("/var/log/nova/nova-compute.log", "2026-11-24 10:00:00.000 1 INFO nova.service [-] Starting compute node\n");
        Permissions.Set(root.At("/dev/kvm"), (UnixFileMode)0b110_110_000);
    }
}
