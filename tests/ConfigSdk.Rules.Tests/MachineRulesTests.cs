using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class MachineRulesTests
{
    private const string Victoria = "target = debian-11 | ";
    private const string Zed = "target = debian-12 | ";
    private const string Epoxy = "target = debian-13 | num_pcie_ports = 16 | ";

    [Theory]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35", "")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,aarch64=virt,i686=pc", "")]
    [InlineData(Epoxy + "hw_machine_type = ?", "")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,?", "")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,$my_ip=pc", "")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,...", "")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,pc", "NOVA4051")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,aarch64=", "NOVA4051")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,amd64=pc", "NOVA4051")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,X86_64=pc", "NOVA4051")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,i686 = pc", "NOVA4051")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,riscv64=virt", "NOVA4051")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,x86_64=pc", "NOVA4051")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,x86_64=q35", "")]
    [InlineData("nova = ? | hw_machine_type = x86_64=q35,x86_64=pc", "")]
    [InlineData("nova = 2014.1 | hw_machine_type = q35", "NOVA5002")]
    [InlineData("nova = 31.0.0 | DEFAULT.compute_driver = ironic.IronicDriver | hw_machine_type = q35", "")]
    public void NOVA4051_items_match_an_architecture_once(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void The_first_item_counts_since_20_and_the_last_before()
    {
        const string Both = " | num_pcie_ports = 1 | architecture = x86_64 | hw_machine_type = x86_64=q35,x86_64=pc";
        Assert.Equal("[libvirt] hw_machine_type/x86_64=pc", Judged.Single("nova = 20.0.0" + Both).At.Origin);
        Assert.Equal(["[libvirt] hw_machine_type/x86_64=q35"], Judged.Of(Declared.Node("nova = 19.0.0" + Both)).Where(f => f.Rule.Id == "NOVA4051").Select(f => f.At.Origin));
    }

    [Theory]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,amd64=pc", "x86_64=pc")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,arm64=virt", "aarch64=virt")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,i686 = pc", "i686=pc")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,pc", "x86_64=pc")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=pc-q35-10.O", "x86_64=pc-q35-10.0")]
    public void What_was_meant_is_offered(string node, string replacement) => Assert.Equal(replacement, Judged.Single(node).Properties[Finding.Replacement]);

    [Theory]
    [InlineData("nova = 18.0.0 | architecture = aarch64 | hw_machine_type = x86_64=q35", "NOVA4052")]
    [InlineData("nova = 19.0.0 | architecture = aarch64 | hw_machine_type = x86_64=q35", "")]
    [InlineData("nova = 18.0.0 | architecture = aarch64 | num_pcie_ports = 1 | hw_machine_type = x86_64=q35,aarch64=virt", "")]
    [InlineData("nova = 18.0.0 | architecture = x86_64 | hw_machine_type = aarch64=virt", "")]
    [InlineData("nova = 2014.2 | architecture = s390x | hw_machine_type = x86_64=pc", "")]
    [InlineData("nova = 2015.1.0 | architecture = s390x | hw_machine_type = x86_64=pc", "NOVA4052")]
    [InlineData("nova = 18.0.0 | architecture = armv7l | hw_machine_type = x86_64=pc,?", "")]
    [InlineData("nova = 18.0.0 | architecture = ? | hw_machine_type = x86_64=pc", "")]
    public void NOVA4052_old_lists_take_the_default_away(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "hw_machine_type = x86_64=pc-q35-10.0", "")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=pc-q35-10.1", "NOVA4053")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q36", "NOVA4053 NOVA4055")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=none", "NOVA4053 NOVA4055")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=microvm", "NOVA4053 NOVA4055")]
    [InlineData(Epoxy + "virt_type = lxc | hw_machine_type = x86_64=microvm", "NOVA4055")]
    [InlineData("nova = 31.0.0 | qemu = ? | architecture = x86_64 | num_pcie_ports = 1 | hw_machine_type = x86_64=none", "NOVA4055")]
    [InlineData("target = debian-sid | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-2.4", "NOVA4053")]
    [InlineData("target = debian-sid | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-10.1", "")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=pc-q35-noble", "NOVA4053")]
    [InlineData("target = ubuntu-24.04 | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-noble", "NOVA5007")]
    [InlineData("target = ubuntu-24.04 | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-9.0", "NOVA4053 NOVA5007")]
    [InlineData("nova = 31.0.0 | qemu = 9.1 | architecture = x86_64 | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-rhel9.6.0", "NOVA5007")]
    [InlineData("nova = 31.0.0 | qemu = 9.1 | architecture = x86_64 | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-9.1", "NOVA5007")]
    [InlineData("nova = 31.0.0 | qemu = 9.1 | architecture = x86_64 | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-9.2", "NOVA4053 NOVA5007")]
    [InlineData("nova = 31.0.0 | qemu = 9.1 | architecture = x86_64 | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-2.4", "NOVA5007")]
    [InlineData("nova = 31.0.0 | qemu = ? | architecture = x86_64 | num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-99.0", "")]
    [InlineData(Epoxy + "virt_type = lxc | hw_machine_type = x86_64=pc-q35-99.0", "")]
    [InlineData(Epoxy + "virt_type = ? | hw_machine_type = x86_64=pc-q35-99.0", "")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,aarch64=virt-99.0", "NOVA4053")]
    [InlineData("nova = 24.0.0 | qemu = 7.2 | architecture = x86_64 | num_pcie_ports = 1 | hw_machine_type = x86_64=q35,aarch64=virt-99.0", "")]
    [InlineData("nova = 24.0.0 | qemu = 7.2 | architecture = x86_64 | num_pcie_ports = 1 | hw_machine_type = x86_64=q35,i686=pc-q35-99.0", "NOVA4053")]
    [InlineData("nova = 31.0.0 | qemu = 10.0 | architecture = ppc64le | hw_machine_type = ppc64le=pseries-9.0", "")]
    [InlineData("nova = 31.0.0 | qemu = 10.0 | architecture = ppc64le | hw_machine_type = ppc64le=pseries-11.0", "NOVA4053")]
    public void NOVA4053_qemu_has_the_machine(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Victoria + "num_pcie_ports = 1 | hw_machine_type = x86_64=pc-q35-2.4", "")]
    [InlineData("target = debian-13 | hw_machine_type = x86_64=pc-i440fx-2.4", "NOVA4054")]
    [InlineData("target = debian-13 | hw_machine_type = x86_64=pc-i440fx-7.1", "")]
    [InlineData("nova = 31.0.0 | qemu = 10.0.3 | architecture = x86_64 | hw_machine_type = x86_64=pc-i440fx-2.4", "NOVA4054")]
    [InlineData("nova = 31.0.0 | qemu = 10.1 | architecture = x86_64 | hw_machine_type = x86_64=pc-i440fx-2.4", "NOVA5007")]
    [InlineData("nova = 31.0.0 | qemu = ? | architecture = x86_64 | hw_machine_type = x86_64=pc-i440fx-2.4", "")]
    public void NOVA4054_qemu_will_drop_the_machine(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void The_guests_of_another_architecture_are_few() => Judged.Node("target = debian-13 | hw_machine_type = x86_64=pc,aarch64=virt-2.6", "");

    [Theory]
    [InlineData("target = debian-13 | num_pcie_ports = 16", "NOVA4055")]
    [InlineData("target = debian-13 | num_pcie_ports = 16 | hw_machine_type = x86_64=pc", "NOVA4055")]
    [InlineData("target = debian-13 | num_pcie_ports = 16 | hw_machine_type = x86_64=pc-q35-10.0", "")]
    [InlineData("target = debian-13 | num_pcie_ports = 0", "")]
    [InlineData("target = debian-13 | num_pcie_ports = 29", "NOVA5001")]
    [InlineData("target = debian-13 | num_pcie_ports = ?", "")]
    [InlineData("target = debian-13 | num_pcie_ports = 16 | hw_machine_type = ?", "")]
    [InlineData("nova = 31.0.0 | architecture = aarch64 | num_pcie_ports = 16", "")]
    [InlineData("nova = 18.0.0 | architecture = aarch64 | num_pcie_ports = 16", "")]
    [InlineData("nova = 18.0.0 | architecture = aarch64 | num_pcie_ports = 16 | hw_machine_type = x86_64=pc", "NOVA4052 NOVA4055")]
    [InlineData("nova = 31.0.0 | architecture = ppc64le | num_pcie_ports = 16", "NOVA4055")]
    [InlineData("nova = 31.0.0 | architecture = ? | num_pcie_ports = 16", "")]
    public void NOVA4055_ports_need_pcie(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | hw_machine_type = x86_64=q35", "NOVA4056")]
    [InlineData("target = debian-13 | hw_machine_type = x86_64=q35 | num_pcie_ports = 0", "")]
    [InlineData("target = debian-13 | hw_machine_type = x86_64=q35 | num_pcie_ports = ?", "")]
    [InlineData("target = debian-13 | hw_machine_type = x86_64=pc", "")]
    [InlineData("target = debian-13", "")]
    [InlineData("nova = 31.0.0 | architecture = aarch64 | hw_machine_type = aarch64=virt", "NOVA4056")]
    [InlineData("nova = 17.0.0 | architecture = x86_64 | hw_machine_type = x86_64=q35", "")]
    public void NOVA4056_pcie_has_few_ports_by_default(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Zed + "num_memory_encrypted_guests = 15", "NOVA4061")]
    [InlineData(Zed + "num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=pc", "NOVA4061")]
    [InlineData(Zed + "num_pcie_ports = 8 | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "")]
    [InlineData(Zed + "num_memory_encrypted_guests = 0", "")]
    [InlineData(Zed + "num_memory_encrypted_guests = ?", "")]
    [InlineData(Zed + "num_memory_encrypted_guests = 15 | hw_machine_type = ?", "")]
    [InlineData("nova = 20.0.0 | architecture = x86_64 | num_memory_encrypted_guests = 15", "NOVA4061")]
    [InlineData("nova = 20.0.0 | architecture = ? | num_memory_encrypted_guests = 15", "")]
    [InlineData("nova = 19.0.0 | architecture = x86_64 | num_memory_encrypted_guests = 15", "NOVA5002")]
    public void NOVA4061_encrypted_memory_needs_q35(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-sid | num_intel_tdx_guests = 4", "NOVA4062")]
    [InlineData("target = debian-sid | num_intel_tdx_guests = 4 | cpu_mode = host-model", "NOVA4062")]
    [InlineData("target = debian-sid | num_intel_tdx_guests = 4 | cpu_mode = host-passthrough", "")]
    [InlineData("target = debian-sid | num_intel_tdx_guests = 4 | cpu_mode = ?", "")]
    [InlineData("target = debian-sid | num_intel_tdx_guests = 4 | cpu_mode = host_passthrough", "NOVA5001")]
    [InlineData("target = debian-sid | num_intel_tdx_guests = 0", "")]
    [InlineData("nova = 33.0.0 | num_intel_tdx_guests = 4", "NOVA5002")]
    public void NOVA4062_tdx_needs_the_hosts_cpu(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,amd64=pc", "'amd64=pc' in [libvirt] hw_machine_type is for an architecture that nova does not call so, and no guest would get it. Did you mean 'x86_64=pc'?")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=q35,x86_64=pc", "'x86_64=pc' in [libvirt] hw_machine_type stands beside 'x86_64=q35', which nova 31.0.0 (2025.1 Epoxy) takes, and no guest would get it")]
    [InlineData(
        "nova = 18.0.0 | architecture = aarch64 | hw_machine_type = x86_64=q35",
        "[libvirt] hw_machine_type has no item for aarch64, and once it is set nova 18.0.0 (Rocky) forgets its own default 'virt': guests would get whatever QEMU takes. Add 'aarch64=virt'.")]
    [InlineData(Epoxy + "hw_machine_type = x86_64=pc-q35-10.O", "Machine type 'pc-q35-10.O' for x86_64: QEMU 10.0 has no such machine; every guest on the node would fail to start. Did you mean 'pc-q35-10.0'?")]
    [InlineData(
        "target = debian-13 | hw_machine_type = x86_64=pc-i440fx-2.4",
        "QEMU 10.0 says that machine type 'pc-i440fx-2.4' will be removed, and 11.1 does not have it: guests that are made with it now would not start after an upgrade. Choose a newer one.")]
    [InlineData(
        "target = debian-13 | num_pcie_ports = 16",
        "[libvirt] num_pcie_ports has no effect: guests whose image names no machine type get 'pc', which has no PCIe ports. Leave out Libvirt.NumPciePorts, or use the machine type 'x86_64=q35' in Libvirt.HwMachineType.")]
    [InlineData(
        Zed + "num_memory_encrypted_guests = 15",
        "[libvirt] num_memory_encrypted_guests offers encrypted memory, which needs the machine type q35, but guests whose image names no machine type get 'pc'; guests that need it would fail to start. Put 'x86_64=q35' into Libvirt.HwMachineType.")]
    public void Messages_say_what_guests_get(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        new() { ["NOVA4053"] = ["NOVA4051"], ["NOVA4054"] = ["NOVA4051"], ["NOVA4056"] = ["NOVA4051"] },
        Setting("target", "debian-11", "debian-12", "debian-13", "debian-sid", "ubuntu-24.04"),
        Setting("virt_type", "kvm", "qemu", "lxc"),
        Setting("hw_machine_type", "x86_64=q35", "x86_64=pc,x86_64=q99", "q35", "amd64=q35", "x86_64=pc-i440fx-2.4", "aarch64=virt", "x86_64=q35,x86_64=pc"),
        Setting("num_pcie_ports", "0", "16"),
        Setting("num_memory_encrypted_guests", "15"),
        Setting("num_intel_tdx_guests", "4"),
        Setting("cpu_mode", "host-passthrough", "host-model"));
}
