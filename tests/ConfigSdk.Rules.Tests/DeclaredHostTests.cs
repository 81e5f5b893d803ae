using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class DeclaredHostTests
{
    private const string Kvm = "target = debian-13 | virt_type = kvm | ";

    [Theory]
    [InlineData("""target = debian-13 | iommu = false | pci.device_spec = {"vendor_id": "10de"}""", "NOVA2018")]
    [InlineData("""target = debian-13 | iommu = true | pci.device_spec = {"vendor_id": "10de"}""", "")]
    [InlineData("""target = debian-13 | iommu = ? | pci.device_spec = {"vendor_id": "10de"}""", "")]
    [InlineData("""target = debian-13 | pci.device_spec = {"vendor_id": "10de"}""", "")]
    [InlineData("""target = debian-13 | iommu = false | pci.device_spec = ?""", "")]
    [InlineData("""target = debian-13 | iommu = false | pci.device_spec = {"vendor_id": "8086"\x2c "physical_network": "physnet1"}""", "")]
    [InlineData("target = debian-13 | iommu = false", "")]
    public void NOVA2018_devices_without_an_iommu(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("""target = debian-13 | modules = nbd | pci.device_spec = {"address": "0000:0a:00.0"\x2c "managed": "false"}""", "NOVA2019")]
    [InlineData("""target = debian-13 | modules = vfio_pci | pci.device_spec = {"address": "0000:0a:00.0"\x2c "managed": "false"}""", "")]
    [InlineData("""target = debian-13 | modules = nbd | pci.device_spec = {"address": "0000:0a:00.0"\x2c "managed": "true"}""", "")]
    [InlineData("""target = debian-13 | modules = nbd | pci.device_spec = {"address": "0000:0a:00.0"}""", "")]
    [InlineData("""target = debian-13 | modules = nbd,... | pci.device_spec = {"address": "0000:0a:00.0"\x2c "managed": "false"}""", "")]
    [InlineData("""target = debian-13 | pci.device_spec = {"address": "0000:0a:00.0"\x2c "managed": "false"}""", "")]
    [InlineData("""nova = 30.0.0 | modules = nbd | pci.device_spec = {"address": "0000:0a:00.0"\x2c "managed": "false"}""", "NOVA4035")]
    public void NOVA2019_unmanaged_devices_without_vfio_pci(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Kvm + "mode = 0600", "NOVA2020")]
    [InlineData(Kvm + "mode = 0640 | udevgroup = kvm | owner = root", "NOVA2020")]
    [InlineData(Kvm + "mode = 0660 | udevgroup = kvm", "")]
    [InlineData(Kvm + "mode = 0660", "")]
    // A member of the group gets the group's bits, whatever others get.
    [InlineData(Kvm + "mode = 0606 | udevgroup = kvm", "NOVA2020")]
    [InlineData(Kvm + "mode = 0606 | udevgroup = disk", "NOVA2021")]
    [InlineData(Kvm + "mode = 0600 | owner = libvirt-qemu", "")]
    [InlineData(Kvm + "mode = 0600 | owner = qemu", "NOVA2020")]
    [InlineData(Kvm + "mode = 0600 | owner = ?", "")]
    [InlineData(Kvm + "mode = ? | udevgroup = kvm", "")]
    [InlineData(Kvm + "udevgroup = libvirt", "NOVA2020")]
    [InlineData(Kvm + "udevgroup = libvirt-qemu | mode = 0660", "")]
    [InlineData(Kvm + "udevgroup = qemu | mode = 0660", "NOVA2020")]
    [InlineData(Kvm + "udevgroup = 107 | mode = 0660", "")]
    [InlineData(Kvm + "udevgroup = 107 | mode = 0600", "NOVA2020")]
    [InlineData(Kvm + "udevgroup = ? | mode = 0600", "")]
    [InlineData(Kvm + "udevgroup = Kvm | mode = 0600", "NOVA2006")]
    [InlineData("nova = 31.0.0 | virt_type = kvm | udevgroup = qemu | mode = 0660", "")]
    [InlineData("nova = 31.0.0 | virt_type = kvm | udevgroup = qemu | mode = 0600", "NOVA2020")]
    [InlineData("nova = 31.0.0 | libvirt = 10.10 | qemu = 9.1 | platform = rhel-9 | virt_type = kvm | udevgroup = qemu | mode = 0660", "")]
    [InlineData("nova = 31.0.0 | libvirt = 10.10 | qemu = 9.1 | platform = rhel-9 | virt_type = kvm | udevgroup = libvirt", "")]
    [InlineData("nova = 31.0.0 | libvirt = 10.10 | qemu = 9.1 | platform = rhel-9 | virt_type = kvm | udevgroup = libvirt | mode = 0660", "NOVA2020")]
    [InlineData("target = debian-13 | virt_type = qemu | mode = 0600", "")]
    [InlineData("target = debian-13 | virt_type = ? | mode = 0600", "")]
    [InlineData("target = debian-13 | mode = 0600", "")]
    public void NOVA2020_qemu_cannot_open_dev_kvm(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | mode = 0666", "NOVA2021")]
    [InlineData("target = debian-13 | mode = 0662 | udevgroup = kvm", "NOVA2021")]
    [InlineData("nova = 31.0.0 | mode = 666", "NOVA2021")]
    [InlineData("nova = 31.0.0 | platform = rhel-9 | mode = 0666", "")]
    [InlineData("target = debian-13 | mode = 0664", "")]
    [InlineData("target = debian-13 | mode = ?", "")]
    public void NOVA2021_dev_kvm_open_to_all(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | mode = 0770", "NOVA2022")]
    [InlineData("target = debian-13 | mode = 2660", "NOVA2022")]
    [InlineData("target = debian-13 | mode = 777", "NOVA2021 NOVA2022")]
    [InlineData("target = debian-13 | mode = 0660", "")]
    [InlineData("target = debian-13 | mode = ?", "")]
    public void NOVA2022_useless_bits(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpus = 32 | compute.cpu_dedicated_set = 2-32", "NOVA2024")]
    [InlineData("target = debian-13 | cpus = 32 | compute.cpu_dedicated_set = 2-31", "")]
    [InlineData("target = debian-13 | cpus = 32 | compute.cpu_dedicated_set = 2-40,^32-40", "")]
    [InlineData("target = debian-13 | cpus = 32 | compute.cpu_shared_set = 0,32", "NOVA2024")]
    [InlineData("target = debian-13 | cpus = ? | compute.cpu_shared_set = 0,32", "")]
    [InlineData("target = debian-13 | cpus = 32 | compute.cpu_shared_set = ?", "")]
    [InlineData("target = debian-13 | cpus = 32 | compute.cpu_shared_set =", "")]
    [InlineData("nova = 19.0.0 | cpus = 32 | compute.cpu_shared_set = 0,32", "")]
    [InlineData("nova = 19.0.0 | cpus = 32 | DEFAULT.vcpu_pin_set = 4-40", "NOVA2024")]
    [InlineData("nova = 31.0.0 | cpus = 32 | DEFAULT.compute_driver = ironic.IronicDriver | compute.cpu_shared_set = 0,32", "")]
    public void NOVA2024_cpus_that_the_host_does_not_have(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | isolated = 4-31 | compute.cpu_dedicated_set = 2-31 | compute.cpu_shared_set = 0-1", "NOVA2025")]
    [InlineData("target = debian-13 | isolated = 2-31 | compute.cpu_dedicated_set = 4-31", "")]
    [InlineData("target = debian-13 | isolated = 2-63,^32-63 | compute.cpu_dedicated_set = 4-31", "")]
    [InlineData("target = debian-13 | isolated = ? | compute.cpu_dedicated_set = 4-31", "")]
    [InlineData("target = debian-13 | isolated = 2-3 | compute.cpu_dedicated_set = ?", "")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 4-31", "")]
    [InlineData("nova = 19.0.0 | isolated = 2-3", "")]
    public void NOVA2025_pinned_guests_on_cpus_that_are_not_isolated(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | isolated = 2-31 | compute.cpu_shared_set = 0-3", "NOVA2026")]
    [InlineData("target = debian-13 | isolated = 2-31 | compute.cpu_shared_set = 0-1", "")]
    [InlineData("target = debian-13 | isolated = 2-31 | compute.cpu_shared_set = 5", "")]
    [InlineData("target = debian-13 | isolated = ? | compute.cpu_shared_set = 0-3", "")]
    [InlineData("target = debian-13 | isolated = 2-31 | compute.cpu_shared_set = ?", "")]
    public void NOVA2026_shared_cpus_that_are_isolated(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpus = 32 | compute.cpu_dedicated_set = 0-31", "NOVA2027")]
    [InlineData("target = debian-13 | cpus = 32 | compute.cpu_dedicated_set = 1-31", "")]
    [InlineData("target = debian-13 | cpus = ? | compute.cpu_dedicated_set = 0-31", "")]
    public void NOVA2027_no_cpu_for_the_host(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(@"target = debian-13 | hugepages = 1G:16 | DEFAULT.reserved_huge_pages = node:0,size:1GB,count:17", "NOVA2028")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16 | DEFAULT.reserved_huge_pages = node:0,size:1048576,count:16", "")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16 | DEFAULT.reserved_huge_pages = node:0,size:1GB,count:9;node:1,size:1GB,count:8", "NOVA2028")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16 | DEFAULT.reserved_huge_pages = node:0,size:1GB,count:9;node:0,size:1GB,count:8", "NOVA4018")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16 | DEFAULT.reserved_huge_pages = node:0,size:2048,count:64", "NOVA2028")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16,2M:64 | DEFAULT.reserved_huge_pages = node:0,size:2048,count:64", "")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16,... | DEFAULT.reserved_huge_pages = node:0,size:2048,count:64", "")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16,2M:? | DEFAULT.reserved_huge_pages = node:0,size:2048,count:64", "")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16 | DEFAULT.reserved_huge_pages = node:0,size:4,count:64", "")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16 | DEFAULT.reserved_huge_pages = ?", "")]
    [InlineData(@"target = debian-13 | DEFAULT.reserved_huge_pages = node:0,size:2048,count:64", "")]
    public void NOVA2028_more_huge_pages_reserved_than_there_are(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | isolated = managed_irq,domain,2-31", "NOVA2029")]
    [InlineData("target = debian-13 | isolated = 2-31,^5", "")]
    [InlineData("target = debian-13 | isolated = ", "")]
    [InlineData("target = debian-13 | cpus = 32 | isolated = 2-32", "NOVA2029")]
    [InlineData("target = debian-13 | cpus = 32 | isolated = 0-31", "NOVA2029")]
    [InlineData("target = debian-13 | cpus = ? | isolated = 0-31", "")]
    [InlineData("target = debian-13 | cpus = 0", "NOVA2029")]
    [InlineData("target = debian-13 | hugepages = 3M:5", "NOVA2029")]
    [InlineData("target = debian-13 | hugepages = 1 GB:5", "NOVA2029")]
    [InlineData("target = debian-13 | hugepages = 2048k:5,1048576K:1", "")]
    [InlineData("target = debian-13 | hugepages = 2097152:5", "")]
    [InlineData("target = debian-13 | hugepages = 2M:-5", "NOVA2029")]
    [InlineData("nova = 31.0.0 | architecture = aarch64 | hugepages = 64K:5", "")]
    [InlineData("nova = 31.0.0 | architecture = ? | hugepages = 64K:5", "")]
    public void NOVA2029_host_that_cannot_be_as_declared(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | hugepages = 1G:16 | file_backed_memory = 4096 | DEFAULT.ram_allocation_ratio = 1.0 | DEFAULT.reserved_host_memory_mb = 0", "NOVA2030")]
    [InlineData(@"target = debian-13 | hugepages = 1G:16 | file_backed_memory = 4096 | DEFAULT.ram_allocation_ratio = 1.0 | DEFAULT.reserved_host_memory_mb = 0 | DEFAULT.reserved_huge_pages = node:0,size:1GB,count:16", "")]
    [InlineData("target = debian-13 | hugepages = 1G:0 | file_backed_memory = 4096 | DEFAULT.ram_allocation_ratio = 1.0 | DEFAULT.reserved_host_memory_mb = 0", "")]
    [InlineData("target = debian-13 | hugepages = ? | file_backed_memory = 4096 | DEFAULT.ram_allocation_ratio = 1.0 | DEFAULT.reserved_host_memory_mb = 0", "")]
    [InlineData("target = debian-13 | hugepages = 1G:16 | file_backed_memory = ?", "")]
    [InlineData("target = debian-13 | hugepages = 1G:16", "")]
    public void NOVA2030_huge_pages_beside_file_backed_memory(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void Messages_name_the_cpus_and_pages()
    {
        Assert.Equal(
            "[compute] cpu_dedicated_set names CPU 32, and the host's 32 CPUs are 0 to 31; nova-compute would start, but the node would report no resources",
            Judged.Single("target = debian-13 | cpus = 32 | compute.cpu_dedicated_set = 2-35").Message);
        Assert.StartsWith(
            "cpu_dedicated_set has the CPUs 2-3,16, which are not among the isolated 4-15,17-31; ",
            Judged.Single("target = debian-13 | isolated = 4-15,17-31 | compute.cpu_dedicated_set = 2-31").Message, StringComparison.Ordinal);
        Assert.Equal(
            "reserved_huge_pages keeps 17 pages of 1G from guests, and the host has 16; on one NUMA node at least none would be left for guests",
            Judged.Single(@"target = debian-13 | hugepages = 1G:16 | DEFAULT.reserved_huge_pages = node:0,size:1GB,count:9;node:1,size:1GB,count:8").Message);
        Assert.Equal(
            "Mode 0600 lets members of kvm, QEMU's user among them, not read and write; guests would fail to start under KVM: Could not access KVM kernel module: Permission denied. Give /dev/kvm to the group kvm with mode 0660.",
            Judged.Single(Kvm + "mode = 0600").Message);
        Assert.Equal(
            "Libvirt-qemu, as whom libvirt runs QEMU, is no member of disk unless you made it one; guests would fail to start under KVM: Could not access KVM kernel module: Permission denied. Give /dev/kvm to the group kvm with mode 0660.",
            Judged.Single(Kvm + "udevgroup = disk").Message);
    }

    [Fact]
    public void Fixes_write_what_is_meant()
    {
        Assert.Equal("0660", Judged.Single(Kvm + "mode = 0600").Properties[Finding.Replacement]);
        Assert.Equal("kvm", Judged.Single(Kvm + "udevgroup = disk").Properties[Finding.Replacement]);
        Assert.Equal("0660", Judged.Single("target = debian-13 | mode = 0666").Properties[Finding.Replacement]);
        Assert.Equal("0664", Judged.Single("target = debian-13 | mode = 0775").Properties[Finding.Replacement]);
        Assert.Equal("KernelModule.VfioPci", Judged.Single("""target = debian-13 | modules = nbd | pci.device_spec = {"address": "0000:0a:00.0"\x2c "managed": "no"}""").Properties[FixKeys.AddItem]);
    }

    [Fact]
    public void Forgetting_adds_no_mistake_to_modules() => AddsNoMistake(
        new()
        {
            ["NOVA1002"] = ["NOVA1005"],
            ["NOVA1007"] = ["NOVA1008"],
            ["NOVA1008"] = ["NOVA5001", "NOVA5002"],
            ["NOVA2002"] = ["NOVA2004", "NOVA2005"],
            ["NOVA2003"] = ["NOVA2004", "NOVA2005"],
            // A module that the host's CPU refuses is the one mistake; without the CPU's vendor it is the flag that does not fit.
            ["NOVA2014"] = ["NOVA2001"],
            // The last setting of a parameter counts, and a flag that is both on and off is the mistake; without the one, the other seems to count.
            ["NOVA2013"] = ["NOVA1011", "NOVA2001", "NOVA2010", "NOVA2014"],
            ["NOVA2015"] = ["NOVA2010"],
            ["NOVA2017"] = ["NOVA2010"],
        },
        Setting("target", "debian-11", "debian-12", "debian-13", "debian-sid"),
        Setting("virt_type", "kvm", "kvm", "qemu"),
        Setting("vendor", "Intel", "AMD"),
        Setting("cpu_mode", "custom", "host-model", "host-passthrough", "none"),
        Setting("cpu_models", "EPYC", "Nehalem"),
        Setting("cpu_model_extra_flags", "vmx", "-svm", "svm", "vmx,-vmx"),
        Setting("num_memory_encrypted_guests", "15"),
        Setting("modules", "kvm_intel:.nested=0&ept=off,vhost_net", "kvm_amd:.nested=0,kvm_intel:nested=1,kvm-intel:nested=0", "kvm_amd:npt=0&sev=0,kvm:nx_huge_pages=never",
            "kvm_amd,vhost_net", "kvm_intel:nestd=1&nested=maybe", "vfio_pci:ids=x&.disable_denylist=1,vfio_pci:disable_denylist=0", "kvm_intel,kvm_amd,nbd:nbds_max=-x"));

    [Fact]
    public void Forgetting_adds_no_mistake_to_a_declared_host() => AddsNoMistake(
        new()
        {
            ["NOVA2003"] = ["NOVA2004"],
            // CPUs that are not there cannot be isolated either.
            ["NOVA2025"] = ["NOVA2024"],
            ["NOVA2021"] = ["NOVA2020"],
            ["NOVA2022"] = ["NOVA2020"],
        },
        Setting("target", "debian-12", "debian-13", "debian-sid"),
        Setting("virt_type", "kvm", "qemu"),
        Setting("cpus", "8", "32"),
        Setting("isolated", "2-31", "2-7", "0-7", "x"),
        Setting("compute.cpu_dedicated_set", "0-7", "2-31", "4-40"),
        Setting("compute.cpu_shared_set", "0-1", "0-3", "8"),
        Setting("iommu", "true", "false"),
        Setting("hugepages", "1G:16", "2M:64,1G:4", "3M:1", "2M:-1"),
        Setting("DEFAULT.reserved_huge_pages", @"node:0,size:1GB,count:8", @"node:0,size:2048,count:64;node:1,size:2048,count:8"),
        Setting("modules", "kvm_intel,vhost_net", "vfio_pci", "nbd"),
        Setting("pci.device_spec", """{"vendor_id":"10de"}""", """{"managed":"false"}"""),
        Setting("owner", "root", "libvirt-qemu"),
        Setting("udevgroup", "kvm", "disk", "107"),
        Setting("mode", "0600", "0660", "0666", "0777", "0606"));
}
