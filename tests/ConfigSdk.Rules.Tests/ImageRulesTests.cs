namespace ConfigSdk.Rules.Tests;

public class ImageRulesTests
{
    private const string Epoxy = "target = debian-13";

    [Theory]
    [InlineData(Epoxy, "disk qcow2", "")]
    [InlineData(Epoxy, "disk qed", "NOVA3001")]
    [InlineData("?", "disk qed", "NOVA3001")]
    [InlineData("", "disk ploop", "")]
    [InlineData(Epoxy + " | virt_type = kvm", "disk ploop", "NOVA3001")]
    [InlineData(Epoxy + " | virt_type = kvm; ?", "disk ploop", "")]
    [InlineData(Epoxy + " | virt_type = kvm | workarounds.disable_deep_image_inspection = true", "disk ploop", "")]
    [InlineData(Epoxy + " | virt_type = kvm | workarounds.disable_deep_image_inspection = ?", "disk ploop", "")]
    [InlineData(Epoxy + " | virt_type = ?", "disk ploop", "")]
    [InlineData("target = icehouse", "disk vhdx", "NOVA3001")]
    [InlineData("target = icehouse; name = b | nova = ?", "disk vhdx", "")]
    [InlineData("target = icehouse; name = b | target = debian-13", "disk vhdx", "")]
    public void NOVA3001_disk_formats(string nodes, string images, string ids) => Judged.Fleet(nodes, images, ids);

    [Theory]
    [InlineData("disk raw +hw_qemu_guest_agent=enabled", "NOVA3002")]
    [InlineData("disk raw +hw_qemu_guest_agent=Yes", "NOVA3008")]
    [InlineData("disk raw +hw_qemu_guest_agent=OFF", "NOVA3008")]
    [InlineData("disk raw +ipxe_boot=sure", "NOVA3002")]
    [InlineData("disk raw +hw_qemu_guest_agent=?", "")]
    [InlineData("disk raw +hw_machine_type=enabled", "NOVA3008")]
    [InlineData("disk raw +team=enabled", "")]
    public void NOVA3002_words_that_are_silently_false(string images, string ids) => Judged.Fleet("?", images, ids);

    [Theory]
    [InlineData(Epoxy, "disk raw hw_vif_model=igb", "")]
    [InlineData("target = debian-12", "disk raw hw_vif_model=igb", "NOVA3003")]
    [InlineData("target = debian-12; name = b | target = debian-13", "disk raw hw_vif_model=igb", "")]
    [InlineData("target = debian-12; ?", "disk raw hw_vif_model=igb", "")]
    [InlineData("target = debian-12; name = b | nova = ?", "disk raw hw_vif_model=igb", "")]
    [InlineData(Epoxy, "disk raw +hw_disk_bus=Virtio", "NOVA3003")]
    [InlineData(Epoxy, "disk raw +hw_vif_model=VirtualE1000", "NOVA3008")]
    [InlineData(Epoxy, "disk raw +architecture=amd64", "NOVA3008")]
    [InlineData(Epoxy, "disk raw hw_vif_model=?", "")]
    [InlineData("target = icehouse", "disk raw hw_vif_model=igb", "")]
    [InlineData("nova = 22.0.0", "disk raw hw_pointer_model=usbmouse", "NOVA3003")]
    [InlineData("nova = 22.0.0", "disk raw hw_pointer_model=tablet", "")]
    [InlineData("nova = 23.0.0", "disk raw hw_pointer_model=tablet", "NOVA3003")]
    [InlineData(Epoxy, "disk raw os_type=Windows", "")]
    [InlineData(Epoxy, "disk raw os_type=bsd", "NOVA3003")]
    public void NOVA3003_values_that_no_node_accepts(string nodes, string images, string ids) => Judged.Fleet(nodes, images, ids);

    [Theory]
    [InlineData(".disk raw", "NOVA3004")]
    [InlineData("../disk raw", "NOVA3004")]
    [InlineData(@"a\nb raw", "NOVA3004")]
    [InlineData(@"a\ud800b raw", "NOVA3004")]
    [InlineData("disk raw +a\\x00b=c", "NOVA3004")]
    [InlineData(@"disk raw +os_version=1\n2", "NOVA3004")]
    [InlineData(@"disk raw os_command_line=a\rb", "NOVA3004")]
    [InlineData("Übersicht-13 raw +os_version=13", "")]
    [InlineData("? raw", "")]
    public void NOVA3004_names_that_are_not_safe(string images, string ids) => Judged.Fleet("?", images, ids);

    [Fact]
    public void NOVA3004_long_names() => Judged.Fleet("?", new string('a', 251) + " raw", "NOVA3004");

    [Theory]
    [InlineData("disk raw; Disk qcow2", "NOVA3005")]
    [InlineData("disk raw; ? qcow2", "")]
    [InlineData("disk raw; disk2 qcow2", "")]
    public void NOVA3005_duplicate_names(string images, string ids) => Judged.Fleet("?", images, ids);

    [Theory]
    [InlineData("target = debian-13", "disk raw hw_sound_model=usb", "NOVA3006")]
    [InlineData("target = debian-13; ?", "disk raw hw_sound_model=usb", "")]
    [InlineData("nova = 32.0.0", "disk raw hw_sound_model=usb", "")]
    [InlineData("target = debian-13", "disk raw +team=blue", "")]
    public void NOVA3006_properties_that_no_node_reads(string nodes, string images, string ids) => Judged.Fleet(nodes, images, ids);

    [Fact]
    public void Messages_name_releases()
    {
        Assert.Equal(
            "hw_sound_model is not read by nova 31.0.0 (2025.1 Epoxy): nova reads it from 32.0.0 on. Leave it out, or declare nodes of a release that reads it.",
            Assert.Single(RuleCatalog.Judge(Declared.Fleet(Epoxy, "disk raw hw_sound_model=usb"))).Message);
        Assert.Equal(
            "Disk format 'ploop': nova 31.0.0 (2025.1 Epoxy) starts no guest from it with virt_type kvm. Convert the image with qemu-img, for instance to qcow2 or raw.",
            Assert.Single(RuleCatalog.Judge(Declared.Fleet(Epoxy + " | virt_type = kvm", "disk ploop"))).Message);
    }
}
