namespace ConfigSdk.Rules.Tests;

/// <summary>Rules over the names and texts of image properties.</summary>
public class ImagePropertyRulesTests
{
    private const string Epoxy = "target = debian-13";

    [Theory]
    [InlineData("disk raw +hw_vif_modle=e1000", "NOVA3007")]
    [InlineData("disk raw +hw-vif-model=e1000", "")]
    [InlineData("disk raw +HW_VIF_MODEL=e1000", "NOVA3007")]
    [InlineData("disk raw +hw_emulator_threads_policy=share", "NOVA3007")]
    [InlineData("disk raw +os_secureboot=required", "NOVA3007")]
    [InlineData("disk raw +os_version=13", "")]
    [InlineData("disk raw +os_hash_algo=sha512", "")]
    [InlineData("disk raw +team=blue", "")]
    [InlineData("disk raw +cinder_img_volume_type=fast", "")]
    [InlineData("disk raw +?=x", "")]
    [InlineData("disk raw +hw_numa_cpus=0-1", "NOVA3007")]
    [InlineData("disk raw +traits_required=HW_CPU_X86_AVX2", "NOVA3007")]
    [InlineData("disk raw +hw_numa_mem.0=1024", "")]
    [InlineData("disk raw +vmware_adaptertype=ide", "")]
    public void NOVA3007_unknown_names(string images, string ids) => Judged.Fleet("?", images, ids);

    [Theory]
    [InlineData("disk raw +hw_vif_model=e1000", "NOVA3008")]
    [InlineData("disk raw +hw_vif_model=?", "")]
    [InlineData("disk raw +architecture=x86_64", "NOVA3008")]
    [InlineData("disk raw +hw_serial_port_count=2", "NOVA3008")]
    [InlineData("disk raw +hw_numa_cpus.0=0", "")]
    [InlineData("disk raw +block_device_mapping=[]", "")]
    [InlineData("disk raw hw_vif_model=e1000", "")]
    [InlineData("disk raw +?=e1000", "")]
    public void NOVA3008_typed_properties_through_extra(string images, string ids) => Judged.Fleet("?", images, ids);

    [Theory]
    [InlineData("disk raw hw_vif_model=e1000 +hw_vif_model=virtio", "NOVA3009")]
    [InlineData("disk raw hw_vif_model=? +hw_vif_model=virtio", "")]
    [InlineData("disk raw hw_architecture=aarch64 +architecture=x86_64", "NOVA3009")]
    [InlineData("disk raw +hw_architecture=aarch64 +architecture=x86_64", "NOVA3008 NOVA3008 NOVA3009")]
    [InlineData("disk raw +team=blue +team=red", "NOVA3009")]
    [InlineData("disk raw +team=blue +?=red", "")]
    [InlineData("disk raw hw_vif_model=e1000 +team=red", "")]
    public void NOVA3009_properties_set_twice(string images, string ids) => Judged.Fleet("?", images, ids);

    [Theory]
    [InlineData("+hw_serial_port_count=two", "NOVA3010")]
    [InlineData("+hw_serial_port_count=2.0", "NOVA3010")]
    [InlineData("+hw_serial_port_count=", "NOVA3010")]
    [InlineData("+hw_serial_port_count=?", "")]
    [InlineData("+hw_serial_port_count=1_0", "NOVA3008")]
    [InlineData("+hw_serial_port_count=٣", "")]
    [InlineData("hw_serial_port_count=2", "")]
    [InlineData("img_hv_requested_version=7.2", "NOVA3010")]
    [InlineData("img_hv_requested_version=~=7.2", "NOVA3010")]
    [InlineData("img_hv_requested_version=>=7.2,!=8.0", "")]
    [InlineData("img_hv_requested_version=?", "")]
    [InlineData("hw_mem_page_size=2M", "NOVA3010 NOVA3017")]
    [InlineData("hw_mem_page_size=Any", "NOVA3010 NOVA3017")]
    [InlineData("hw_mem_page_size=-1", "NOVA3010 NOVA3017")]
    [InlineData("hw_mem_page_size=2MB", "NOVA3017")]
    [InlineData("hw_mem_page_size=1.5GiB", "NOVA3017")]
    [InlineData("hw_mem_page_size=2048", "NOVA3017")]
    [InlineData("hw_mem_page_size=?", "")]
    [InlineData("+hw_numa_cpus.0=a", "NOVA3010")]
    [InlineData("+hw_numa_cpus.0=3-1", "NOVA3010")]
    [InlineData("+hw_numa_cpus.0=-1", "NOVA3010")]
    [InlineData("+hw_numa_cpus.0=0-3,^2", "")]
    [InlineData("+hw_numa_cpus.0=^1", "")]
    [InlineData("+hw_numa_cpus.0=?", "")]
    [InlineData("+hw_numa_mem.0=1.5", "NOVA3010")]
    [InlineData("+hw_numa_mem.0=1024", "")]
    [InlineData("hw_cpu_realtime_mask=x", "NOVA3010 NOVA3017")]
    [InlineData("hw_cpu_realtime_mask=^0", "NOVA3017")]
    public void NOVA3010_texts_that_cannot_be_read(string properties, string ids)
    {
        Judged.Fleet(Epoxy, "disk raw " + properties, ids);
        Assert.DoesNotContain("NOVA3010", Judged.Ids(RuleCatalog.Judge(Declared.Fleet("target = debian-13; ?", "disk raw " + properties))));
        Assert.DoesNotContain("NOVA3010", Judged.Ids(RuleCatalog.Judge(Declared.Fleet("target = icehouse", "disk raw " + properties))));
    }

    [Theory]
    [InlineData("nova = 34.0.0", "hw_redirected_usb_ports=16", "NOVA3011")]
    [InlineData("nova = 34.0.0 | spice.enabled = true", "hw_redirected_usb_ports=15", "")]
    [InlineData("nova = 34.0.0", "hw_redirected_usb_ports=-1", "NOVA3011")]
    [InlineData("nova = 34.0.0", "hw_redirected_usb_ports=?", "")]
    [InlineData("nova = 32.0.0", "hw_redirected_usb_ports=16", "NOVA3011")]
    [InlineData("nova = 31.0.0", "hw_redirected_usb_ports=16", "NOVA3006")]
    [InlineData("nova = 34.0.0; name = b | nova = 31.0.0", "hw_redirected_usb_ports=16", "")]
    [InlineData("nova = 34.0.0 | DEFAULT.compute_driver = ironic.IronicDriver", "hw_redirected_usb_ports=16", "")]
    [InlineData("nova = 22.0.0", "hw_numa_nodes=-1", "NOVA3011")]
    [InlineData("nova = 22.0.0", "hw_numa_nodes=0", "NOVA3011")]
    [InlineData("nova = 22.0.0", "hw_numa_nodes=1", "")]
    [InlineData("nova = 22.0.0; ?", "hw_numa_nodes=0", "")]
    [InlineData("nova = 22.0.0", "hw_cpu_max_cores=-2", "NOVA3011")]
    [InlineData("nova = 22.0.0", "hw_cpu_max_cores=0", "")]
    public void NOVA3011_numbers_out_of_range(string nodes, string properties, string ids) => Judged.Fleet(nodes, "disk raw " + properties, ids);

    [Theory]
    [InlineData("+trait:HW_CPU_X86_AVX2=required", "")]
    [InlineData("+trait:HW_CPU_X86_AVX2=forbidden", "NOVA3012")]
    [InlineData("+trait:HW_CPU_X86_AVX2=Required", "NOVA3012")]
    [InlineData("+trait:HW_CPU_X86_AVX2=true", "NOVA3012")]
    [InlineData("+trait:HW_CPU_X86_AVX2=?", "")]
    public void NOVA3012_traits_that_ask_for_nothing(string properties, string ids) => Judged.Fleet("?", "disk raw " + properties, ids);

    [Theory]
    [InlineData("nova = 18.0.0", "+trait:hw_cpu_x86_avx2=required", "NOVA3013")]
    [InlineData("nova = 17.0.0", "+trait:hw_cpu_x86_avx2=required", "")]
    [InlineData("?", "+trait:hw_cpu_x86_avx2=required", "")]
    [InlineData("nova = 34.0.0", "+trait:CUSTOM-GOLD=required", "NOVA3013")]
    [InlineData("nova = 34.0.0", "+trait:CUSTOM_GOLD=required", "")]
    [InlineData("nova = 34.0.0", "+trait:custom_gold=?", "")]
    public void NOVA3013_traits_that_cannot_exist(string nodes, string properties, string ids) => Judged.Fleet(nodes, "disk raw " + properties, ids);

    [Theory]
    [InlineData("img_signature=abc", "NOVA3041")]
    [InlineData("img_signature=abc img_signature_hash_method=SHA-256 img_signature_key_type=RSA-PSS", "NOVA3041")]
    [InlineData("img_signature=abc img_signature_hash_method=SHA-256 img_signature_key_type=RSA-PSS img_signature_certificate_uuid=u", "")]
    [InlineData("img_signature=abc img_signature_hash_method=SHA-256 img_signature_key_type=RSA-PSS img_signature_certificate_uuid=?", "")]
    [InlineData("img_signature=abc ...", "")]
    public void NOVA3041_incomplete_signatures(string properties, string ids) => Judged.Fleet("?", "disk raw " + properties, ids);

    [Theory]
    [InlineData("+disk_format=qcow2", "NOVA3042")]
    [InlineData("+min_disk=20", "NOVA3042")]
    [InlineData("+checksum=abc", "NOVA3042")]
    [InlineData("+visibility=private", "")]
    [InlineData("+?=20", "")]
    public void NOVA3042_fields_of_glance(string properties, string ids) => Judged.Fleet("?", "disk raw " + properties, ids);

    [Fact]
    public void Messages_and_fixes()
    {
        var finding = Assert.Single(RuleCatalog.Judge(Declared.Fleet("?", "disk raw +hw_vif_modle=e1000")));
        Assert.Equal("hw_vif_modle is no property that nova reads, and would be dropped in silence. Did you mean 'hw_vif_model'?", finding.Message);
        Assert.Equal("hw_vif_model", finding.Properties[Finding.Replacement]);
        Assert.Equal(
            "architecture has a property of its own, Properties.HwArchitecture, under the name hw_architecture that nova has for it now. Set it there, where the compiler knows its values.",
            Assert.Single(RuleCatalog.Judge(Declared.Fleet("?", "disk raw +architecture=x86_64"))).Message);
        Assert.Equal(
            "hw_architecture is set twice: architecture is an old name of it, and nova lets the current name win. Leave one of them out.",
            Assert.Single(RuleCatalog.Judge(Declared.Fleet("?", "disk raw hw_architecture=aarch64 +architecture=x86_64"))).Message);
        Assert.Equal(
            "hw_numa_mem.0 = '1G': nova reads a whole number of MiB from it and would refuse this text, so no guest of the image could be created",
            Assert.Single(RuleCatalog.Judge(Declared.Fleet(Epoxy, "disk raw +hw_numa_mem.0=1G"))).Message);
        Assert.Equal("required", Assert.Single(RuleCatalog.Judge(Declared.Fleet("?", "disk raw +trait:CUSTOM_GOLD=Required"))).Properties[Finding.Replacement]);
        Assert.Equal("trait:CUSTOM_GOLD", Assert.Single(RuleCatalog.Judge(Declared.Fleet(Epoxy, "disk raw +trait:custom-gold=required"))).Properties[Finding.Replacement]);
    }
}
