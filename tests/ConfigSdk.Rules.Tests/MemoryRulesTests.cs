using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class MemoryRulesTests
{
    private const string Right = "file_backed_memory = 4096 | DEFAULT.ram_allocation_ratio = 1.0 | DEFAULT.reserved_host_memory_mb = 0";
    private const string Ratio = "file_backed_memory = 4096 | DEFAULT.reserved_host_memory_mb = 0 | ";
    private const string Reserved = "file_backed_memory = 4096 | DEFAULT.ram_allocation_ratio = 1.0 | ";
    private const string Rocky = "nova = 18.0.0 | libvirt = 4.0.0 | qemu = 2.11 | ";

    [Theory]
    [InlineData("target = debian-13 | virt_type = lxc | " + Right, "NOVA4011")]
    [InlineData("target = debian-13 | virt_type = lxc | file_backed_memory = 4096", "NOVA4011")]
    [InlineData("target = debian-13 | virt_type = lxc | file_backed_memory = 0", "")]
    [InlineData("target = debian-13 | virt_type = qemu | " + Right, "")]
    [InlineData("target = debian-13 | virt_type = ? | " + Right, "")]
    [InlineData(Rocky + "virt_type = xen | " + Right, "NOVA4011")]
    [InlineData("nova = 17.0.0 | virt_type = xen | file_backed_memory = 4096", "NOVA5002")]
    [InlineData("nova = ? | virt_type = lxc | file_backed_memory = 4096", "")]
    public void NOVA4011_file_backed_on_another_hypervisor(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | " + Ratio, "NOVA4012")]
    [InlineData("target = debian-13 | " + Ratio + "DEFAULT.ram_allocation_ratio = 1.5", "NOVA4012")]
    [InlineData("target = debian-13 | " + Ratio + "DEFAULT.ram_allocation_ratio = 0.0", "NOVA4012")]
    [InlineData("target = debian-13 | " + Ratio + "DEFAULT.ram_allocation_ratio = 1", "")]
    [InlineData("target = debian-13 | " + Ratio + "DEFAULT.ram_allocation_ratio = ?", "")]
    [InlineData("target = debian-13 | " + Ratio + "DEFAULT.ram_allocation_ratio = one", "NOVA5001")]
    [InlineData("target = debian-13 | file_backed_memory = ? | DEFAULT.reserved_host_memory_mb = 0", "")]
    [InlineData(Rocky + Ratio, "NOVA4012")]
    public void NOVA4012_file_backed_without_ratio_1(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-sid | " + Reserved, "NOVA4013")]
    [InlineData("target = debian-sid | " + Reserved + "DEFAULT.reserved_host_memory_mb = 1", "NOVA4013")]
    [InlineData("target = debian-sid | " + Reserved + "DEFAULT.reserved_host_memory_mb = 0", "")]
    [InlineData("target = debian-sid | " + Reserved + "DEFAULT.reserved_host_memory_mb = ?", "")]
    [InlineData("target = debian-13 | " + Reserved, "NOVA4014")]
    [InlineData("target = debian-13 | " + Reserved + "DEFAULT.reserved_host_memory_mb = 4095", "NOVA4014")]
    [InlineData("target = debian-13 | " + Reserved + "DEFAULT.reserved_host_memory_mb = 4096", "NOVA4013")]
    [InlineData("target = debian-13 | file_backed_memory = 512 | DEFAULT.ram_allocation_ratio = 1.0", "NOVA4013")]
    [InlineData("nova = 33.0.0 | " + Reserved, "NOVA4014")]
    [InlineData("nova = 22.0.0 | " + Reserved, "NOVA4014")]
    [InlineData("nova = 21.0.0 | " + Reserved, "")]
    [InlineData("nova = ? | " + Reserved, "")]
    [InlineData("target = debian-sid | DEFAULT.reserved_host_memory_mb = 512", "")]
    public void NOVA4013_NOVA4014_reserved_beside_file_backed(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 18.0.0 | libvirt = 3.9 | qemu = 2.11 | " + Right, "NOVA4015")]
    [InlineData("nova = 20.0.0 | libvirt = 4.0 | qemu = 2.5 | " + Right, "NOVA1029 NOVA4015")]
    [InlineData("nova = 20.0.0 | libvirt = 4.0 | qemu = 2.6 | " + Right, "NOVA1029")]
    [InlineData("nova = 20.0.0 | libvirt = ? | qemu = ? | " + Right, "")]
    [InlineData("nova = 21.0.0 | libvirt = 3.9 | qemu = 2.5 | " + Right, "NOVA1029 NOVA1029")]
    public void NOVA4015_file_backed_on_an_old_platform(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2048,count:64 | " + Right, "NOVA4016")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = ?;... | file_backed_memory = 0", "")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = ? | " + Right, "")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = ... | " + Right, "")]
    public void NOVA4016_huge_pages_beside_file_backed(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2048", "NOVA4017")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = size:2048,count:64", "NOVA4017")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,count:64", "NOVA4017")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2M,count:64", "NOVA4017")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2048kB,count:64", "NOVA4017")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2 MB,count:64", "NOVA4017")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:all,size:2MB,count:64", "NOVA4017")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2MB,count:50%", "NOVA4017")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2MB,count:64;node:1,size:2MB", "NOVA4017")]
    [InlineData("nova = 14.0.0 | DEFAULT.reserved_huge_pages = node:0,size:2048", "NOVA4017")]
    [InlineData("nova = 13.0.0 | DEFAULT.reserved_huge_pages = node:0,size:2048", "NOVA5002")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2MB,count:64;node:1,size:1048576,count:1", "")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2MiB,count:64;node:0,size:1GB,count:1", "")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:?,count:64", "")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = ?", "")]
    [InlineData("target = debian-13 | extra = DEFAULT/reserved_huge_pages=node:0", "NOVA4017 NOVA5003")]
    [InlineData("target = debian-13 | extra = DEFAULT/reserved_huge_pages=node=0", "NOVA5001 NOVA5003")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = ironic.IronicDriver | DEFAULT.reserved_huge_pages = node:0", "")]
    public void NOVA4017_reserved_pages_that_are_refused(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2,count:64", "NOVA4018")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:4MB,count:64", "NOVA4018")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2048,count:8;node:0,size:2MB,count:64", "NOVA4018")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2048,count:8;node:1,size:2048,count:64", "")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2048,count:8;node:?,size:2048,count:64", "")]
    [InlineData("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:4,count:8", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = ppc64le | DEFAULT.reserved_huge_pages = node:0,size:16MB,count:8", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = ? | DEFAULT.reserved_huge_pages = node:0,size:2,count:8", "")]
    public void NOVA4018_reserved_pages_without_effect(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | mem_stats_period_seconds = 0", "NOVA4019")]
    [InlineData("target = debian-13 | mem_stats_period_seconds = -1", "NOVA4019")]
    [InlineData("target = debian-13 | mem_stats_period_seconds = 30", "")]
    [InlineData("target = debian-13 | mem_stats_period_seconds = ?", "")]
    [InlineData("nova = 2014.2 | mem_stats_period_seconds = 0", "NOVA4019")]
    [InlineData("target = icehouse | mem_stats_period_seconds = 0", "NOVA5002")]
    [InlineData("target = debian-13 | virt_type = lxc | mem_stats_period_seconds = 0", "NOVA4020")]
    [InlineData("target = debian-13 | virt_type = parallels | mem_stats_period_seconds = 10", "NOVA4020")]
    [InlineData("nova = 22.0.0 | libvirt = 7.0.0 | virt_type = xen | mem_stats_period_seconds = 10", "")]
    [InlineData("target = debian-13 | virt_type = lxc | mem_stats_period_seconds = ?", "")]
    [InlineData("target = debian-13 | virt_type = ? | mem_stats_period_seconds = 10", "")]
    public void NOVA4019_NOVA4020_memory_statistics(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 2015.1.0 | DEFAULT.cpu_allocation_ratio = 4.0 | DEFAULT.ram_allocation_ratio = 1.0", "NOVA4021 NOVA4021")]
    [InlineData("nova = 12.0.0 | DEFAULT.cpu_allocation_ratio = 4.0 | DEFAULT.ram_allocation_ratio = 1.0", "")]
    [InlineData("nova = 12.0.0 | DEFAULT.disk_allocation_ratio = 2.0", "NOVA4021")]
    [InlineData("nova = 13.0.0 | DEFAULT.disk_allocation_ratio = 2.0", "")]
    [InlineData("nova = ? | DEFAULT.disk_allocation_ratio = 2.0", "")]
    [InlineData("nova = 12.0.0 | DEFAULT.disk_allocation_ratio = ?", "")]
    public void NOVA4021_ratio_of_the_scheduler(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.cpu_allocation_ratio = 0.0", "NOVA4022")]
    [InlineData("nova = 19.0.0 | DEFAULT.disk_allocation_ratio = 0", "NOVA4022")]
    [InlineData("nova = 18.0.0 | DEFAULT.disk_allocation_ratio = 0", "")]
    [InlineData("target = debian-13 | DEFAULT.ram_allocation_ratio = 0.1", "")]
    [InlineData("target = debian-13 | DEFAULT.ram_allocation_ratio = -1", "NOVA5001")]
    [InlineData("target = debian-13 | DEFAULT.ram_allocation_ratio = ?", "")]
    public void NOVA4022_ratio_of_0(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | pmem_namespaces = ns0", "NOVA4023")]
    [InlineData("target = debian-13 | pmem_namespaces = 128G:ns0\\x7cns0", "NOVA4023")]
    [InlineData("target = debian-13 | pmem_namespaces = 128G:ns0\\x7cns1,262144MB:ns1", "NOVA4023")]
    [InlineData("target = debian-13 | pmem_namespaces = 128G:ns0,...,MEDIUM:ns0", "NOVA4023")]
    [InlineData("target = debian-13 | pmem_namespaces = 128G:", "NOVA4023")]
    [InlineData("target = debian-13 | pmem_namespaces = 128G:ns0\\x7c", "NOVA4023")]
    [InlineData("target = debian-13 | pmem_namespaces = 128G:ns0\\x7cns1,MEDIUM:ns2", "")]
    [InlineData("target = debian-13 | pmem_namespaces = 128G:ns0,?", "")]
    [InlineData("target = debian-13 | pmem_namespaces = ?", "")]
    [InlineData("nova = 20.0.0 | pmem_namespaces = ns0", "NOVA4023")]
    [InlineData("nova = 19.0.0 | pmem_namespaces = ns0", "NOVA5002")]
    [InlineData("nova = ? | pmem_namespaces = ns0", "")]
    public void NOVA4023_pmem_namespaces(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | compute.max_disk_devices_to_attach = 0", "NOVA4024")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = vmwareapi.VMwareVCDriver | compute.max_disk_devices_to_attach = 0", "NOVA4024")]
    [InlineData("nova = 22.0.0 | compute.max_disk_devices_to_attach = 0", "NOVA4024")]
    [InlineData("nova = 22.0.0 | DEFAULT.compute_driver = vmwareapi.VMwareVCDriver | compute.max_disk_devices_to_attach = 0", "")]
    [InlineData("nova = 18.0.0 | compute.max_disk_devices_to_attach = 0", "NOVA5002")]
    [InlineData("nova = ? | compute.max_disk_devices_to_attach = 0", "")]
    [InlineData("target = debian-13 | compute.max_disk_devices_to_attach = -1", "")]
    [InlineData("target = debian-13 | compute.max_disk_devices_to_attach = -2", "NOVA5001")]
    [InlineData("target = debian-13 | compute.max_disk_devices_to_attach = 1", "")]
    [InlineData("target = debian-13 | compute.max_disk_devices_to_attach = ?", "")]
    public void NOVA4024_no_disks(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(
        "target = debian-13 | virt_type = lxc | " + Right,
        "[libvirt] file_backed_memory goes with the virt types kvm and qemu, and [libvirt] virt_type is lxc; nova-compute would refuse to start. Leave out Libvirt.FileBackedMemory.")]
    [InlineData(
        "target = debian-13 | " + Ratio,
        "[libvirt] file_backed_memory needs a [DEFAULT] ram_allocation_ratio of 1.0, and it is not set; nova-compute would refuse to start. Set Default.RamAllocationRatio to 1.0.")]
    [InlineData(
        "target = debian-sid | " + Reserved,
        "[libvirt] file_backed_memory is 4096 MiB, of which [DEFAULT] reserved_host_memory_mb keeps 512 for the host by default; nova-compute would refuse to start. Set Default.ReservedHostMemoryMb to 0.")]
    [InlineData(
        "target = debian-13 | " + Reserved + "DEFAULT.reserved_host_memory_mb = 1024",
        "[libvirt] file_backed_memory is 4096 MiB, of which [DEFAULT] reserved_host_memory_mb keeps 1024 for the host; nobody gets to use it, nova logs a warning, and 34.0.0 would refuse to start so. Set Default.ReservedHostMemoryMb to 0.")]
    [InlineData(
        "nova = 18.0.0 | libvirt = 3.9 | qemu = 2.11 | " + Right,
        "[libvirt] file_backed_memory needs libvirt 4.0 and QEMU 2.6, and the target has libvirt 3.9; nova-compute would refuse to start. Leave out Libvirt.FileBackedMemory, or correct the target.")]
    [InlineData(
        "target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2048,count:64 | " + Right,
        "[DEFAULT] reserved_huge_pages is set beside [libvirt] file_backed_memory: the node still offers memory in huge pages, but guests that need it would fail to start. Use file-backed memory on nodes without huge pages.")]
    [InlineData(
        "target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2M,count:64",
        "'count:64,node:0,size:2M' of [DEFAULT] reserved_huge_pages has the size '2M', which is neither a number of KiB nor one with a unit such as 2MB or 1GB; nova-compute would refuse to start. An entry has the keys node, size and count.")]
    [InlineData(
        "target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2,count:64",
        "'count:64,node:0,size:2' of [DEFAULT] reserved_huge_pages reserves nothing: x86_64 has no pages of 2 KiB but such of 2048 (2MB) and 1048576 (1GB)")]
    [InlineData(
        "target = debian-13 | mem_stats_period_seconds = 0",
        "[libvirt] mem_stats_period_seconds is 0: guests are not asked how they use their memory, so that metrics have no figures of it. Leave out Libvirt.MemStatsPeriodSeconds for one answer every 10 seconds.")]
    [InlineData(
        "target = debian-13 | virt_type = lxc | mem_stats_period_seconds = 10",
        "[libvirt] mem_stats_period_seconds has no effect: [libvirt] virt_type is lxc, whose guests have no memory balloon. Leave out Libvirt.MemStatsPeriodSeconds, or choose another Libvirt.VirtType.")]
    [InlineData(
        "nova = 12.0.0 | DEFAULT.disk_allocation_ratio = 2.0",
        "[DEFAULT] disk_allocation_ratio has no effect: compute nodes read it since nova 13.0.0 (Mitaka), and nova-scheduler alone before. Leave out Default.DiskAllocationRatio, or set it where nova-scheduler runs.")]
    [InlineData(
        "target = debian-13 | DEFAULT.cpu_allocation_ratio = 0.0",
        "[DEFAULT] cpu_allocation_ratio of 0 is as if it were not set: a node that placement does not know yet gets [DEFAULT] initial_cpu_allocation_ratio, and any other keeps the ratio that placement has. Leave it out, or write the ratio.")]
    [InlineData(
        "target = debian-13 | pmem_namespaces = 128G:ns0\\x7cns1,262144MB:ns1",
        "'262144MB:ns1' of [libvirt] pmem_namespaces has namespace 'ns1', which is there already; nova-compute would refuse to start. An item is a label and the namespaces that it stands for, as in 128G:ns0|ns1.")]
    [InlineData(
        "nova = 22.0.0 | compute.max_disk_devices_to_attach = 0",
        "[compute] max_disk_devices_to_attach is 0, so that a guest may have no disk at all; every guest on the node would fail to start. Leave out Compute.MaxDiskDevicesToAttach, or write -1, for no limit.")]
    [InlineData(
        "nova = 23.0.0 | compute.max_disk_devices_to_attach = 0",
        "[compute] max_disk_devices_to_attach is 0, so that a guest may have no disk at all; nova-compute would refuse to start. Leave out Compute.MaxDiskDevicesToAttach, or write -1, for no limit.")]
    public void Messages_say_what_happens_and_what_to_write(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Theory]
    [InlineData("target = debian-13 | virt_type = lxc | " + Right, "RemoveSetting=FileBackedMemory")]
    [InlineData("target = debian-13 | " + Ratio, "SetOption=Default.RamAllocationRatio SetValue=1.0")]
    [InlineData("target = debian-13 | " + Reserved, "SetOption=Default.ReservedHostMemoryMb SetValue=0")]
    [InlineData("target = debian-sid | " + Reserved, "SetOption=Default.ReservedHostMemoryMb SetValue=0")]
    [InlineData("nova = 18.0.0 | libvirt = 3.9 | qemu = 2.11 | " + Right, "RemoveSetting=FileBackedMemory")]
    [InlineData("target = debian-13 | mem_stats_period_seconds = 0", "RemoveSetting=MemStatsPeriodSeconds")]
    [InlineData("nova = 12.0.0 | DEFAULT.disk_allocation_ratio = 2.0", "RemoveSetting=DiskAllocationRatio")]
    [InlineData("target = debian-13 | DEFAULT.cpu_allocation_ratio = 0.0", "RemoveSetting=CpuAllocationRatio")]
    [InlineData("target = debian-13 | compute.max_disk_devices_to_attach = 0", "RemoveSetting=MaxDiskDevicesToAttach")]
    public void Fixes_are_offered(string node, string fixes) =>
        Assert.Equal(fixes, string.Join(" ", Judged.Single(node).Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}")));

    [Fact]
    public void What_refers_to_another_option_is_not_certain()
    {
        Judged.Node("target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:$my_ip,count:64", "");
        Judged.Node("target = debian-13 | DEFAULT.ram_allocation_ratio = $my_ip | " + Ratio, "");
        Judged.Node("target = debian-13 | pmem_namespaces = $my_ip", "");
    }

    [Fact]
    public void A_finding_points_at_what_is_wrong_or_else_at_what_makes_the_default_wrong()
    {
        Assert.Equal("[libvirt] file_backed_memory", Judged.Single("target = debian-13 | " + Ratio).At.Origin);
        Assert.Equal("[DEFAULT] ram_allocation_ratio", Judged.Single("target = debian-13 | DEFAULT.ram_allocation_ratio = 2 | " + Ratio).At.Origin);
        Assert.Equal("[DEFAULT] reserved_host_memory_mb", Judged.Single("target = debian-sid | DEFAULT.reserved_host_memory_mb = 8 | " + Reserved).At.Origin);
    }

    [Fact]
    public void Forgetting_adds_no_mistake_to_a_node() => AddsNoMistake(
        new()
        {
            // Without QEMU there is no such memory at all; a ratio of 0 is refused beside it.
            ["NOVA4012"] = ["NOVA4011"],
            ["NOVA4013"] = ["NOVA4011"],
            ["NOVA4014"] = ["NOVA4011"],
            ["NOVA4015"] = ["NOVA4011"],
            ["NOVA4016"] = ["NOVA4011"],
            ["NOVA4019"] = ["NOVA4020"],
            ["NOVA4022"] = ["NOVA4011", "NOVA4012"],
        },
        Setting("nova", "34.0.0", "31.0.0", "22.0.0", "18.0.0", "12.0.0", "2014.1"),
        Setting("libvirt", "3.9", "12.8"),
        Setting("qemu", "2.5", "10.0"),
        Setting("architecture", "x86_64", "aarch64"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("virt_type", "kvm", "qemu", "lxc", "xen"),
        Setting("file_backed_memory", "0", "256", "4096", "4096"),
        Setting("DEFAULT.ram_allocation_ratio", "0.0", "1.0", "1.0", "1.5"),
        Setting("DEFAULT.disk_allocation_ratio", "0.0", "1.5"),
        Setting("DEFAULT.reserved_host_memory_mb", "0", "256", "many"),
        Setting("DEFAULT.reserved_huge_pages", "node:0,size:2048,count:8", "node:0,size:2,count:8;node:0,size:2M,count:4", "node:1,size:2MB,count:1;node:1,size:2048,count:2"),
        Setting("mem_stats_period_seconds", "0", "30"),
        Setting("pmem_namespaces", "4G:a\\x7cb,2G:b", "a"),
        Setting("compute.max_disk_devices_to_attach", "0", "9"));
}
