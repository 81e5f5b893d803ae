namespace ConfigSdk.Rules.Tests;

public class HostRulesTests
{
    private const string Kvm = "target = debian-13 | virt_type = kvm | ";

    [Theory]
    [InlineData("target = debian-13 | vendor = AMD | modules = kvm,kvm-intel,vhost_net", "NOVA2001")]
    [InlineData("target = debian-13 | vendor = Hygon | modules = kvm_intel", "NOVA2001")]
    [InlineData("target = debian-13 | vendor = Intel | modules = kvm_amd", "NOVA2001")]
    [InlineData(Kvm + "cpu_mode = custom | cpu_models = EPYC | modules = kvm_intel,vhost_net", "NOVA2001")]
    [InlineData(Kvm + "cpu_mode = custom | cpu_models = EPYC,? | modules = kvm_intel,vhost_net", "")]
    [InlineData(Kvm + "cpu_mode = custom | cpu_models = Nehalem | modules = kvm_amd,vhost_net", "")]
    [InlineData(Kvm + "cpu_mode = ? | cpu_models = EPYC | modules = kvm_intel,vhost_net", "")]
    [InlineData("target = debian-13 | vendor = AMD | modules = kvm_intel,kvm_amd", "NOVA2012")]
    [InlineData("target = debian-13 | vendor = AMD | modules = kvm_intel,?", "")]
    [InlineData("target = debian-13 | vendor = ? | modules = kvm_intel", "")]
    [InlineData("target = debian-13 | vendor = Intel | modules = kvm_intel", "")]
    public void NOVA2001_module_of_another_vendor(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Kvm + "modules = vhost_net", "NOVA2002")]
    [InlineData(Kvm + "modules =", "NOVA2002")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = libvirt.LibvirtDriver | modules = vhost_net", "NOVA2002")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = ironic.IronicDriver | modules = vhost_net", "")]
    [InlineData("target = debian-13 | modules = vhost_net", "")]
    [InlineData(Kvm + "modules = ?", "")]
    [InlineData(Kvm + "modules = vhost_net,...", "")]
    [InlineData(Kvm + "modules = vhost_net,?", "")]
    [InlineData(Kvm, "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | virt_type = kvm | modules = vhost_net", "")]
    [InlineData("target = debian-13 | virt_type = qemu | modules = vhost_net", "")]
    public void NOVA2002_kvm_without_its_module(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Kvm + "modules = kvm,kvm_intel", "NOVA2003")]
    [InlineData(Kvm + "modules = kvm_amd,vhost-net", "")]
    [InlineData(Kvm + "modules = kvm_amd,...", "")]
    public void NOVA2003_vhost_net_missing(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | modules = kvm_intl", "NOVA2004")]
    [InlineData("target = debian-13 | modules = zfs", "NOVA2004")]
    [InlineData("target = debian-13 | modules = zfs:oot", "")]
    [InlineData("target = debian-13 | modules = zfs:oot?", "")]
    [InlineData("target = debian-13 | modules = snd-hda-intel,8021q", "")]
    [InlineData("target = icehouse | modules = zfs", "")]
    [InlineData("nova = 31.0.0 | platform = ? | modules = zfs", "")]
    public void NOVA2004_unknown_module(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(@"target = debian-13 | modules = kvm\nblacklist", "NOVA2005")]
    [InlineData("target = debian-13 | modules = kvm intel", "NOVA2005")]
    [InlineData("target = debian-13 | modules = #kvm", "NOVA2005")]
    [InlineData("target = debian-13 | modules = ../kvm", "NOVA2005")]
    [InlineData("target = debian-13 | modules = -r", "NOVA2005")]
    [InlineData("target = debian-13 | modules = kvm\\u00a0intel", "NOVA2005")]
    [InlineData(@"target = debian-13 | modules = kvm_intel:nested=1\ninstall x /bin/sh", "NOVA2005")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=1 ept=0", "NOVA2005")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=\"1", "NOVA2005")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=à", "NOVA2005")]
    [InlineData("target = debian-13 | modules = kvm_intel:ne sted=1", "NOVA2005")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=?", "")]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=10de:1db4,", "")]
    public void NOVA2005_text_that_module_files_cannot_hold(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | mode = 660 | owner = root | udevgroup = kvm", "")]
    [InlineData("target = debian-13 | mode = 0660 | owner = ? | udevgroup = 107", "")]
    [InlineData("target = debian-13 | mode = 0o660", "NOVA2006")]
    [InlineData("target = debian-13 | mode = 0860", "NOVA2006")]
    [InlineData("target = debian-13 | mode = rw", "NOVA2006")]
    [InlineData(@"target = debian-13 | mode = 0660\n", "NOVA2006")]
    [InlineData("target = debian-13 | owner = Root", "NOVA2006")]
    [InlineData("target = debian-13 | udevgroup = kvm\"x", "NOVA2006")]
    public void NOVA2006_device_nodes_owner_group_and_mode(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void Messages_name_the_kernel_and_the_module_that_fits()
    {
        var unknown = Judged.Single("target = debian-13 | modules = kvm_intl");
        Assert.Equal(
            "Kernel module 'kvm_intl' is not in Debian 13 (trixie)'s kernel 6.12.117-1; it would not be loaded at boot, and only the boot's log would say so. Did you mean 'kvm_intel'?",
            unknown.Message);
        Assert.Equal("kvm_intel", unknown.Properties[Finding.Replacement]);
        Assert.Equal("kvm_amd", Judged.Single("target = debian-13 | vendor = AMD | modules = kvm_intel").Properties[Finding.Replacement]);
    }
}
