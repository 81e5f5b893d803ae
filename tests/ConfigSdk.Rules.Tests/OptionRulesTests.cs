namespace ConfigSdk.Rules.Tests;

public class OptionRulesTests
{
    private const string Epoxy = "target = debian-13 | ";

    [Theory]
    [InlineData(Epoxy + "virt_type = xen", "NOVA5001")]
    [InlineData(Epoxy + "virt_type = ?", "")]
    [InlineData("nova = ? | virt_type = xen", "")]
    [InlineData("nova = 22.0.0 | virt_type = xen", "")]
    [InlineData("target = icehouse | virt_type = docker", "")]
    [InlineData(Epoxy + "rx_queue_size = 300", "NOVA5001")]
    [InlineData(Epoxy + "rx_queue_size = 512", "")]
    [InlineData(Epoxy + "DEFAULT.cpu_allocation_ratio = -1", "NOVA5001")]
    [InlineData(Epoxy + "DEFAULT.cpu_allocation_ratio = 1.5", "")]
    [InlineData(Epoxy + "DEFAULT.cpu_allocation_ratio = nan", "")]
    [InlineData(Epoxy + "DEFAULT.cpu_allocation_ratio = $my_ip", "")]
    [InlineData(Epoxy + "serial_console.enabled = true | serial_console.port_range = 10000", "NOVA5001")]
    [InlineData(Epoxy + "serial_console.enabled = true | serial_console.port_range = 10000:20000", "")]
    [InlineData(Epoxy + "vnc.auth_schemes = none,vencrypt", "")]
    [InlineData(Epoxy + "vnc.auth_schemes = none,plain", "NOVA5001")]
    [InlineData(Epoxy + "vnc.auth_schemes = none,?", "")]
    [InlineData(Epoxy + "workarounds.skip_cpu_compare_at_startup = true", "")]
    [InlineData(Epoxy + "workarounds.skip_cpu_compare_at_startup = t", "NOVA5001")]
    [InlineData(Epoxy + "compute.max_disk_devices_to_attach = 99999999999999999999999999", "")]
    [InlineData(Epoxy + "compute.max_disk_devices_to_attach = -2", "NOVA5001")]
    [InlineData(Epoxy + "compute.max_disk_devices_to_attach = 1.0", "NOVA5001")]
    public void NOVA5001_values_that_the_release_refuses(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "DEFAULT.rpc_response_timeout = 3", "")]
    [InlineData("target = icehouse | cpu_model_extra_flags = pcid", "NOVA5002")]
    [InlineData("target = debian-11 | compute.cpu_dedicated_set = 2-31", "NOVA4006")]
    [InlineData("nova = 19.0.0 | compute.cpu_dedicated_set = 2-31", "NOVA5002")]
    [InlineData("nova = ? | compute.cpu_dedicated_set = 2-31", "")]
    [InlineData("nova = 19.0.0 | compute.cpu_dedicated_set = ?", "")]
    [InlineData("nova = 17.0.0 | cpu_model_extra_flags = ...", "")]
    [InlineData(Epoxy + "DEFAULT.allow_same_net_traffic = true", "NOVA5002")]
    [InlineData(Epoxy + "DEFAULT.debug = true", "")] // oslo.log's by now
    public void NOVA5002_options_that_the_release_does_not_have(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "extra = libvirt/virt_type=kvm", "NOVA5003")]
    [InlineData(Epoxy + "extra = LIBVIRT/virt_type=kvm", "NOVA5003")]
    [InlineData(Epoxy + "extra = DEFAULT/libvirt_type=kvm", "NOVA5003")]
    [InlineData(Epoxy + "extra = libvirt/cpu_model=Nehalem", "NOVA1002 NOVA5003")]
    [InlineData(Epoxy + "cpu_mode = custom | extra = libvirt/cpu_model=Nehalem", "NOVA5003")]
    [InlineData("nova = ? | extra = libvirt/cpu_mode=custom", "NOVA5003")]
    [InlineData(Epoxy + "extra = libvirt/cpu_mode=custom", "NOVA1001 NOVA5003")]
    [InlineData(Epoxy + "extra = libvirt/cpu_mode=custom;?", "NOVA5003")]
    [InlineData(Epoxy + "extra = my_plugin/level=3", "")]
    [InlineData(Epoxy + "extra = ?/virt_type=kvm", "")]
    [InlineData(Epoxy + "extra = ?", "")]
    public void NOVA5003_typed_options_through_extra(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("cpu_mode = host-model", "NOVA5004")]
    [InlineData("nova = ?", "")]
    [InlineData(Epoxy, "")]
    public void NOVA5004_nodes_without_a_target(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void NOVA5004_profiles_need_no_target() => Assert.Empty(Judged.Of(Declared.Profile("cpu_mode = host-model")));

    [Theory]
    [InlineData(Epoxy + @"DEFAULT.state_path = /a\n[DEFAULT]", "NOVA5005")]
    [InlineData(Epoxy + @"DEFAULT.state_path = /a\rb", "NOVA5005")]
    [InlineData(Epoxy + @"DEFAULT.state_path = /a\x00b", "NOVA5005")]
    [InlineData(Epoxy + @"DEFAULT.state_path = /a\ud800b", "NOVA5005")]
    [InlineData(Epoxy + @"DEFAULT.state_path = /a\ud83d\ude00b", "")]
    [InlineData(Epoxy + @"cpu_mode = custom | cpu_models = Nehalem\x2cEPYC", "NOVA5005")]
    [InlineData(Epoxy + @"cpu_mode = custom | cpu_models = \x20Nehalem", "NOVA5005")]
    [InlineData(Epoxy + @"vnc.auth_schemes = none\x2cvencrypt", "NOVA5005")]
    [InlineData(Epoxy + @"pci.device_spec = {""vendor_id"": ""8086""\x2c ""product_id"": ""1""}", "")]
    [InlineData(Epoxy + @"pci.device_spec = {""vendor_id"":\n ""8086""}", "NOVA5005")]
    [InlineData(Epoxy + @"extra = plug in/a=b", "NOVA5005")]
    [InlineData(Epoxy + @"extra = plugin/a]\n[b=c", "NOVA5005")]
    [InlineData(Epoxy + @"extra = plugin/a=b\nc", "NOVA5005")]
    [InlineData(Epoxy + @"extra = plugin/a= $b # c", "")]
    public void NOVA5005_text_that_nova_conf_cannot_hold(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 31.0.0 | libvirt = v11.3", "NOVA5006")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | qemu = ten", "NOVA5006")]
    [InlineData("nova = 31.0.0 | platform = debian13", "NOVA5006")]
    [InlineData("nova = 31.0.0 | architecture = amd64", "NOVA5006")]
    [InlineData("nova = 31.0.0 | libvirt = ? | platform = ? | architecture = ?", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3.0 | qemu = 10 | architecture = aarch64", "")]
    public void NOVA5006_targets_that_cannot_be_read(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | qemu = 10.0 | architecture = x86_64", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.2 | qemu = 10.0 | architecture = x86_64", "NOVA5007")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | qemu = 10.0.13 | architecture = x86_64", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.2 | qemu = 9.1 | architecture = x86_64", "NOVA5007 NOVA5007")]
    [InlineData("nova = 26.0.0 | libvirt = 99.0 | qemu = 4.2 | architecture = x86_64", "NOVA5007")]
    [InlineData("nova = 31.0.0 | libvirt = 11.2 | qemu = 9.1 | architecture = aarch64", "NOVA5007")]
    [InlineData("nova = 31.0.0 | libvirt = 11.2 | qemu = 9.1 | architecture = s390x", "")]
    [InlineData("nova = 2014.1 | libvirt = 0.6 | qemu = 1.0 | architecture = x86_64", "")]
    [InlineData("nova = 31.0.0 | libvirt = ? | qemu = ? | architecture = x86_64", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.2 | qemu = 9.1 | architecture = ?", "")]
    [InlineData("target = ubuntu-24.04", "NOVA5007")]
    [InlineData("target = rhel-9", "NOVA5007 NOVA5007")]
    public void NOVA5007_facts_of_an_older_version(string node, string ids) => Judged.Node(node, ids);

    /// <summary>It is said of the target, wherever that is written, and not of each node.</summary>
    [Fact]
    public void NOVA5007_points_at_the_target_of_the_profile()
    {
        var (aboutValues, aboutNode) = RuleCatalog.Judge(Declared.Node("nova = 31.0.0 | libvirt = 11.2 | qemu = 10.0 | architecture = x86_64"));
        Assert.Equal("Target", Assert.Single(aboutValues).At.Origin);
        Assert.Empty(aboutNode);
    }

    [Theory]
    [InlineData(Epoxy + "extra = DEFAULT/transport_url=rabbit://nova:secret@mq", "NOVA8001")]
    [InlineData(Epoxy + "extra = my_plugin/password=?", "")]
    [InlineData(Epoxy + "extra = my_plugin/password=@secret:file:/etc/x@", "")]
    [InlineData(Epoxy + "extra = DEFAULT/transport_url=@secret:environment:URL@", "NOVA5003")]
    [InlineData(Epoxy + "DEFAULT.transport_url = @secret:command:pass show $X@", "")]
    [InlineData(Epoxy + "extra = neutron/metadata_proxy_shared_secret=x", "NOVA8001")]
    [InlineData(Epoxy + "extra = api_database/connection=mysql://", "NOVA8001")]
    [InlineData(Epoxy + "extra = oslo_messaging_rabbit/rabbit_password=x", "NOVA8001")]
    [InlineData(Epoxy + "extra = oslo_messaging_rabbit/ssl=true", "NOVA5003")]
    [InlineData(Epoxy + "extra = placement/application_credential_secret=x", "NOVA8001")]
    [InlineData(Epoxy + "extra = some_plugin/admin_password=x", "NOVA8001")]
    [InlineData(Epoxy + "extra = libvirt/inject_password=true", "NOVA5003 NOVA7014")]
    public void NOVA8001_secrets_in_a_bundle(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("@secret:environment:NOVA_URL@", "")]
    [InlineData("@secret:environment:nova-url@", "NOVA8020")]
    [InlineData("@secret:environment:1@", "NOVA8020")]
    [InlineData("@secret:environment:@", "NOVA8020")]
    [InlineData("@secret:file:/etc/nova/keys/a b@", "")]
    [InlineData("@secret:file:keys/rabbit@", "NOVA8020")]
    [InlineData("@secret:file:/etc/ü@", "NOVA8020")]
    [InlineData("@secret:command:pass show 'nova'@", "")]
    [InlineData("@secret:command: @", "NOVA8020")]
    [InlineData("@secret:command:a\\nb@", "NOVA5005 NOVA8020")]
    [InlineData("?", "")]
    public void NOVA8020_secrets_that_cannot_be_found(string mark, string ids) => Judged.Node(Epoxy + "DEFAULT.transport_url = " + mark, ids);

    [Theory]
    [InlineData(
        Epoxy + "virt_type = xen",
        "[libvirt] virt_type = 'xen' is not accepted by nova 31.0.0 (2025.1 Epoxy), which takes kvm, lxc, qemu or parallels; nova-compute would refuse to start")]
    [InlineData(
        Epoxy + "rx_queue_size = 300",
        "[libvirt] rx_queue_size = '300' is not accepted by nova 31.0.0 (2025.1 Epoxy), which takes 256, 512 or 1024; nova fails when it first reads the option")]
    [InlineData(
        Epoxy + "compute.max_disk_devices_to_attach = -2",
        "[compute] max_disk_devices_to_attach = '-2' is not accepted by nova 31.0.0 (2025.1 Epoxy), which takes a whole number of at least -1; nova fails when it first reads the option")]
    [InlineData(
        "nova = 19.0.0 | compute.cpu_dedicated_set = 2-31",
        "[compute] cpu_dedicated_set is not an option of nova 19.0.0 (Stein), which would ignore it in silence: it came with nova 20.0.0 (Train). Leave out Compute.CpuDedicatedSet, or declare another release.")]
    [InlineData(
        Epoxy + "cpu_mode = custom | extra = libvirt/cpu_model=Nehalem",
        "[libvirt] cpu_model has a property of its own, Nova.Libvirt.CpuModels; what is set through Nova.Extra may set the option twice, or under a name that the release does not know. Set Nova.Libvirt.CpuModels instead.")]
    [InlineData(
        "cpu_mode = host-model",
        "The node 'cmp01' has no target, so neither can its settings be checked nor its files written. Set Target in its profile, for instance to Target.Debian13.")]
    [InlineData(
        Epoxy + @"DEFAULT.state_path = a\nb",
        "The value of [DEFAULT] state_path has a line break, and nova.conf takes one line a value; nova would not read what was meant, so nothing is written")]
    [InlineData(
        "nova = 26.0.0 | libvirt = 8.0 | qemu = 5.2 | architecture = x86_64",
        "libvirt 8.0 is not bundled; the facts of 7.0 stand in")]
    [InlineData(
        "nova = 26.0.0 | libvirt = 7.0 | qemu = 6.2 | architecture = x86_64",
        "QEMU 6.2 is not bundled; the facts of 5.2 stand in")]
    public void Messages_name_the_option_and_the_release(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Theory]
    [InlineData(Epoxy + "extra = libvirt/cpu_modle=host-model", "NOVA5008")]
    [InlineData(Epoxy + "extra = libvrt/cpu_mode=host-model", "NOVA5008")]
    [InlineData(Epoxy + "extra = libvirt/cpu_dedicated_set=2-3", "NOVA5008")]
    [InlineData(Epoxy + "extra = libvirt/made_up_by_a_plug_in=1", "NOVA5008")]
    [InlineData(Epoxy + "extra = DEFAULT/complete_driver=libvirt.LibvirtDriver", "NOVA5008")]
    [InlineData(Epoxy + "extra = DEFAULT/made_up_by_a_plug_in=1", "")]
    [InlineData(Epoxy + "extra = my_plugin/cpu_mode=host-model", "")]
    [InlineData(Epoxy + "neutron.physnets = physnet0 | extra = neutron_physnet_physnet0/numa_nodes=0", "")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/max_instances=2", "")]
    [InlineData(Epoxy + "extra = vgpu_nvidia-35/device_addresses=x", "")]
    [InlineData(Epoxy + "extra = ?/cpu_modle=host-model", "")]
    public void NOVA5008_options_that_nobody_reads(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "live_migration_uri = qemu+ssh://%s/system", "NOVA5009")]
    [InlineData(Epoxy + "live_migration_uri = ?", "")]
    [InlineData("nova = 14.0.0 | libvirt = 11.3.0 | live_migration_uri = qemu+ssh://%s/system", "")]
    [InlineData("nova = ? | live_migration_uri = qemu+ssh://%s/system", "")]
    [InlineData(Epoxy + "live_migration_scheme = ssh", "")]
    public void NOVA5009_options_that_nova_has_announced_to_remove(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/max_instances=0", "NOVA5001")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/mdev_class=GPU", "NOVA5001")]
    [InlineData(Epoxy + "devices.enabled_mdev_types = nvidia-35 | extra = mdev_nvidia-35/mdev_class=CUSTOM_GPU", "")]
    public void NOVA5001_values_in_groups_that_another_option_names(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("vnc.server_listen = 192.0.2.1", "")]
    [InlineData("vnc.server_listen = 2001:db8::1", "")]
    [InlineData("vnc.server_listen = cmp01.example.org", "")]
    [InlineData("vnc.server_listen = 192.0.2.256", "NOVA5001")]
    [InlineData("vnc.server_listen = 192.0.2.01", "NOVA5001")]
    [InlineData("vnc.server_listen = fe80::1%eth0", "NOVA5001")]
    [InlineData("vnc.server_listen = cmp_01", "NOVA5001")]
    [InlineData("DEFAULT.host = cmp_01", "")]
    [InlineData("DEFAULT.host = -cmp01", "NOVA5001")]
    [InlineData("vnc.novncproxy_base_url = https://console.example.org:6080/vnc.html", "")]
    [InlineData("vnc.novncproxy_base_url = https://[2001:db8::1]/vnc.html", "")]
    [InlineData("vnc.novncproxy_base_url = console.example.org/vnc.html", "NOVA5001")]
    [InlineData("vnc.novncproxy_base_url = https:///vnc.html", "NOVA5001")]
    [InlineData("vnc.novncproxy_base_url = https://console.example.org/a b", "NOVA5001")]
    [InlineData("mks.mksproxy_base_url = ftp://mks.example.org/", "NOVA5001")]
    [InlineData("neutron_tunnel.numa_nodes = 0,1", "")]
    [InlineData("neutron_tunnel.numa_nodes = 0,one", "NOVA5001")]
    [InlineData("vif_plug_ovs_privileged.capabilities = CAP_NET_ADMIN,12", "")]
    [InlineData("vif_plug_ovs_privileged.capabilities = NET_ADMIN", "NOVA5001")]
    [InlineData("quota.unified_limits_resource_list = servers,class:VCPU,class:CUSTOM_GPU", "")]
    [InlineData("quota.unified_limits_resource_list = cores", "NOVA5001")]
    [InlineData("DEFAULT.log_rotation_type = SIZE", "")]
    [InlineData("oslo_messaging_rabbit.kombu_reconnect_delay = 4.5", "")]
    [InlineData("oslo_messaging_rabbit.kombu_reconnect_delay = inf", "NOVA5001")]
    public void NOVA5001_what_a_text_means_to_nova(string option, string ids) => Judged.Node(Epoxy + option, ids);
}
