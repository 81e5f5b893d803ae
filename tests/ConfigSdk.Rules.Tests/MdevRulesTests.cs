using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class MdevRulesTests
{
    private const string Zed = "target = debian-12 | ";
    private const string Epoxy = "target = debian-13 | ";
    private const string Sid = "target = debian-sid | ";

    [Theory]
    [InlineData("nova = 17.0.0 | devices.enabled_mdev_types = nvidia-35,nvidia-36", "NOVA4040")]
    [InlineData("nova = 20.0.0 | devices.enabled_mdev_types = nvidia-35,nvidia-36,nvidia-37", "NOVA4040 NOVA4040")]
    [InlineData("nova = 20.0.0 | devices.enabled_mdev_types = nvidia-35", "")]
    [InlineData("nova = 20.0.0 | devices.enabled_mdev_types = nvidia-35,?", "")]
    [InlineData("nova = 20.0.0 | devices.enabled_mdev_types = nvidia-35,...", "")]
    [InlineData("nova = ? | devices.enabled_mdev_types = nvidia-35,nvidia-36", "")]
    [InlineData("nova = 20.0.0 | DEFAULT.compute_driver = ironic.IronicDriver | devices.enabled_mdev_types = nvidia-35,nvidia-36", "")]
    public void NOVA4040_old_releases_make_one_type(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 21.0.0 | devices.enabled_mdev_types = nvidia-35,nvidia-36", "NOVA4041")]
    [InlineData("nova = 21.0.0 | devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = vgpu_nvidia-35/device_addresses=0000:84:00.0; vgpu_nvidia-36/device_addresses=0000:85:00.0", "")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35", "")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-35/device_addresses=0000:84:00.0", "NOVA4041")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-35/device_addresses=0000:84:00.0; mdev_nvidia-36/device_addresses=", "NOVA4041")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-35/device_addresses=0000:84:00.0; vgpu_nvidia-36/device_addresses=0000:85:00.0", "")]
    [InlineData(Zed + "devices.enabled_mdev_types = Nvidia-35,nvidia-36 | extra = MDEV_nvidia-35/device_addresses=0000:84:00.0; mdev_NVIDIA-36/device_addresses=0000:85:00.0", "")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = ?", "")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-35/device_addresses=?; mdev_nvidia-36/device_addresses=?", "")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35,? | extra = mdev_nvidia-36/device_addresses=0000:84:00.0", "")]
    [InlineData("nova = 28.0.0 | devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-36/device_addresses=0000:84:00.0", "NOVA4041")]
    [InlineData("nova = 29.0.0 | devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-36/device_addresses=0000:84:00.0", "")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35,nvidia-36,nvidia-37 | extra = mdev_nvidia-36/device_addresses=0000:84:00.0", "NOVA4041")]
    public void NOVA4041_one_of_several_types_has_no_devices(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Zed, "NOVA4042")]
    [InlineData(Epoxy, "NOVA4042")]
    [InlineData(Sid, "NOVA4042")]
    [InlineData("nova = 21.0.0 | ", "")]
    [InlineData("nova = ? | ", "")]
    public void NOVA4042_a_device_has_one_type(string node, string ids)
    {
        Judged.Node(node + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-35/device_addresses=0000:84:00.0, 0000:85:00.0; mdev_nvidia-36/device_addresses=0000:85:00.0", node.Contains("21") ? "NOVA4041" : ids);
        Judged.Node(Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-35/device_addresses=0000:84:00.0; mdev_nvidia-36/device_addresses=?", "");
    }

    [Theory]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/device_addresses=0000:84:00.0", "")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/device_addresses=0000:84:00:0", "")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/device_addresses=84:00.0", "NOVA4043")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/device_addresses=0000:84:00.8", "NOVA4043")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/device_addresses=pci_0000_84_00_0", "NOVA4043")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = vgpu_nvidia-35/device_addresses=0000:84", "NOVA4043")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/device_addresses=$x", "")]
    [InlineData(Sid + "devices.enabled_mdev_types = mtty-1 | extra = mdev_mtty-1/device_addresses=mtty_mtty", "")]
    [InlineData(Sid + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/device_addresses=0000:84:00", "NOVA4043")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/device_addresses=0000:84:00", "")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-35/device_addresses=0000:84:00; mdev_nvidia-36/device_addresses=0000:85:00.0", "NOVA4043")]
    [InlineData(Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-36/device_addresses=0000:84:00", "NOVA4041")]
    public void NOVA4043_addresses_are_whole(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-36/device_addresses=0000:84:00.0", "NOVA4044")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-36/device_addresses=0000:84:00.0; mdev_nvidia-36/max_instances=2", "NOVA4044")]
    [InlineData(Epoxy + "extra = mdev_nvidia-36/mdev_class=CUSTOM_A", "NOVA4044")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = ? | extra = mdev_nvidia-36/mdev_class=CUSTOM_A", "")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35,... | extra = mdev_nvidia-36/mdev_class=CUSTOM_A", "")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = NVIDIA-36 | extra = mdev_nvidia-36/mdev_class=CUSTOM_A", "")]
    [InlineData("nova = 22.0.0 | devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-36/mdev_class=CUSTOM_A", "")]
    [InlineData("nova = 22.0.0 | devices.enabled_mdev_types = nvidia-35 | extra = vgpu_nvidia-36/device_addresses=0000:84:00.0", "NOVA4044")]
    [InlineData(Epoxy + "neutron.physnets = net1 | extra = neutron_physnet_net1/numa_nodes=0; neutron_physnet_net2/numa_nodes=0", "NOVA4044")]
    [InlineData(Epoxy + "extra = neutron_tunnel/numa_nodes=0", "NOVA5003")]
    [InlineData("nova = 17.0.0 | extra = neutron_physnet_net2/numa_nodes=0", "")]
    public void NOVA4044_sections_are_for_listed_names(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "neutron.physnets = net1,net2 | extra = neutron_physnet_net1/numa_nodes=0", "NOVA4063")]
    [InlineData(Epoxy + "neutron.physnets = net1", "NOVA4063")]
    [InlineData(Epoxy + "neutron.physnets = Net1 | extra = neutron_physnet_net1/numa_nodes=1", "")]
    [InlineData(Epoxy + "neutron.physnets = net1 | extra = neutron_physnet_net1/numa_nodes=", "NOVA4063")]
    [InlineData(Epoxy + "neutron.physnets = net1 | extra = ?", "")]
    [InlineData(Epoxy + "neutron.physnets = ?", "")]
    [InlineData(Epoxy + "virt_type = lxc | neutron.physnets = net1", "")]
    [InlineData(Epoxy + "architecture = ? | neutron.physnets = net1", "")]
    [InlineData("nova = 18.0.0 | architecture = aarch64 | neutron.physnets = net1", "NOVA4063")]
    public void NOVA4063_networks_are_somewhere(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(
        "nova = 20.0.0 | devices.enabled_mdev_types = nvidia-35,nvidia-36",
        "nova 20.0.0 (Train) makes virtual GPUs of the first type alone, 'nvidia-35', and logs a warning; 'nvidia-36' would never be offered. List one type, or declare nova 21.0.0 (Ussuri) or later.")]
    [InlineData(
        Zed + "devices.enabled_mdev_types = nvidia-35,nvidia-36 | extra = mdev_nvidia-35/device_addresses=0000:84:00.0",
        "'nvidia-36' is one of several types of [devices] enabled_mdev_types, but no [mdev_nvidia-36] device_addresses says which devices have it: nova 26.0.0 (Zed) would offer the first type 'nvidia-35' alone, on every device. Set them through Nova.Extra, or list one type.")]
    [InlineData(
        Epoxy + "devices.enabled_mdev_types = nvidia-35,nvidia-36",
        "'nvidia-36' is one of several types of [devices] enabled_mdev_types, but no [mdev_nvidia-36] device_addresses says which devices have it: 'nvidia-35' already stands for all other devices, and nova 31.0.0 (2025.1 Epoxy) would drop 'nvidia-36' with a warning. Set them through Nova.Extra, or list one type.")]
    [InlineData(
        Epoxy + "devices.enabled_mdev_types = a,b | extra = mdev_a/device_addresses=0000:84:00.0; mdev_b/device_addresses=0000:84:00.0",
        "Device 0000:84:00.0 is listed for the type 'a' and again for 'b'; nova-compute would refuse to start. Keep it at one of them.")]
    [InlineData(
        Epoxy + "devices.enabled_mdev_types = a | extra = mdev_a/device_addresses=84:00.0",
        "'84:00.0', listed for the type 'a', is no PCI address such as 0000:84:00.0; nova-compute would refuse to start. Did you mean '0000:84:00.0'?")]
    [InlineData(
        Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia35/mdev_class=CUSTOM_A",
        "[mdev_nvidia35] is read for the names in [devices] enabled_mdev_types alone, and 'nvidia35' is not among them: the section would be ignored in silence. Did you mean 'mdev_nvidia-35'?")]
    [InlineData(
        Epoxy + "neutron.physnets = net1",
        "'net1' is in [neutron] physnets, but [neutron_physnet_net1] numa_nodes is not set; nova-compute would start, but the node would report no resources. Set it through Nova.Extra, or leave the network out of Neutron.Physnets.")]
    public void Messages_say_what_nova_would_do(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Fact]
    public void What_was_meant_is_offered_where_the_whole_text_is_wrong()
    {
        Assert.Equal("0000:84:00.0", Judged.Single(Epoxy + "devices.enabled_mdev_types = a | extra = mdev_a/device_addresses=84:00.0").Properties[Finding.Replacement]);
        Assert.Empty(Judged.Single(Epoxy + "devices.enabled_mdev_types = a | extra = mdev_a/device_addresses=84:00.0,0000:85:00.0").Properties);
        Assert.Equal("mdev_nvidia-35", Judged.Single(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia35/mdev_class=CUSTOM_A").Properties[Finding.Replacement]);
    }

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        new() { ["NOVA4042"] = ["NOVA4041"], ["NOVA4043"] = ["NOVA4041"] },
        Setting("target", "debian-11", "debian-12", "debian-13", "debian-sid"),
        Setting("virt_type", "kvm", "qemu", "lxc"),
        Setting("devices.enabled_mdev_types", "a", "a,b", "a,b,c", "c"),
        Setting("neutron.physnets", "a", "a,b", ""),
        Setting(
            "extra", "mdev_a/device_addresses=0000:84:00.0", "mdev_a/device_addresses=0000:84:00.0; mdev_b/device_addresses=0000:84:00.0", "mdev_b/device_addresses=84",
            "vgpu_a/device_addresses=0000:84:00.0; mdev_c/mdev_class=VGPU", "neutron_physnet_a/numa_nodes=0", "neutron_physnet_b/numa_nodes="));
}
