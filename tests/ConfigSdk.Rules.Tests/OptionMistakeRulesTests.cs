using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

/// <summary>Options that oslo.config takes and that nova cannot work with.</summary>
public class OptionMistakeRulesTests
{
    private const string Node = "target = debian-13 | DEFAULT.compute_driver = libvirt.LibvirtDriver | ";
    private const string Newest = "nova = 34.0.0 | DEFAULT.compute_driver = libvirt.LibvirtDriver | ";

    [Theory]
    [InlineData(Node + "live_migration_bandwidth = -1", "NOVA5015")]
    [InlineData(Node + "live_migration_bandwidth = 0", "")]
    [InlineData(Node + "live_migration_bandwidth = ?", "")]
    [InlineData("nova = 22.0.0 | live_migration_bandwidth = -5", "NOVA5015")]
    [InlineData("nova = 21.0.0 | live_migration_bandwidth = -5", "")]
    [InlineData(Newest + "images_cpu_time_limit = 0", "NOVA5015")]
    [InlineData(Newest + "images_cpu_time_limit = -2", "NOVA5015")]
    [InlineData(Newest + "images_cpu_time_limit = -1", "")]
    [InlineData(Newest + "images_cpu_time_limit = 30", "")]
    [InlineData(Newest + "images_address_space_limit = 0", "NOVA5015")]
    [InlineData(Newest + "images_address_space_limit = -1", "NOVA5015")]
    [InlineData(Newest + "images_address_space_limit = 4", "")]
    [InlineData("nova = 33.0.0 | images_cpu_time_limit = 0", "")]
    [InlineData("nova = 34.0.0 | DEFAULT.compute_driver = ironic.IronicDriver | images_cpu_time_limit = 0", "")]
    [InlineData("nova = 31.0.0 | DEFAULT.compute_driver = libvirt.LibvirtDriver | DEFAULT.sync_power_state_pool_size = -1", "NOVA5015")]
    [InlineData("nova = 31.0.0 | DEFAULT.compute_driver = libvirt.LibvirtDriver | DEFAULT.sync_power_state_pool_size = 0", "")]
    [InlineData("nova = 31.0.0 | DEFAULT.compute_driver = libvirt.LibvirtDriver | DEFAULT.sync_power_state_pool_size = ?", "")]
    [InlineData("nova = 32.0.0 | DEFAULT.compute_driver = libvirt.LibvirtDriver | DEFAULT.sync_power_state_pool_size = -1", "")]
    [InlineData("DEFAULT.sync_power_state_pool_size = -1", "NOVA5004")]
    public void NOVA5015_limit_that_cannot_be_kept(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.instances_path = instances", "NOVA5018")]
    [InlineData("target = debian-13 | DEFAULT.tempdir = tmp | DEFAULT.state_path = nova | oslo_concurrency.lock_path = ./lock", "NOVA5018 NOVA5018 NOVA5018")]
    [InlineData("target = debian-13 | DEFAULT.instances_path = /srv/instances | DEFAULT.state_path = $pybasedir | oslo_concurrency.lock_path = ?", "")]
    [InlineData("target = debian-13 | DEFAULT.instances_path = ?", "")]
    public void NOVA5018_directory_that_depends_on_the_service(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | neutron.auth_type = pasword", "NOVA5016")]
    [InlineData("target = debian-13 | neutron.auth_type = v3-password", "NOVA5016")]
    [InlineData("target = debian-13 | neutron.auth_type = password", "")]
    [InlineData("target = debian-13 | neutron.auth_type = acme", "")]
    [InlineData("target = debian-13 | neutron.auth_type = ?", "")]
    [InlineData("neutron.auth_type = pasword", "NOVA5004")]
    public void NOVA5016_unknown_auth_type(string node, string ids) => Judged.Node(node, ids);

    // The judge of starts has Placement's credentials from elsewhere, as nodes may.
    [Theory]
    [InlineData(Node + "placement.auth_type = pasword | placement.auth_url = http://keystone/v3", "NOVA5016")]
    [InlineData(Node + "placement.auth_url = http://keystone/v3", "NOVA5017")]
    [InlineData(Node + "placement.auth_type = password", "NOVA5017")]
    [InlineData(Node + "placement.auth_type = none", "")]
    [InlineData(Node + "placement.username = nova", "NOVA5017")]
    [InlineData(Node + "placement.auth_type = password | placement.auth_url = http://keystone/v3", "")]
    [InlineData(Node + "placement.auth_type = ? | placement.auth_url = http://keystone/v3", "")]
    [InlineData(Node + "placement.auth_type = ? | placement.username = nova", "")]
    [InlineData(Node + "placement.auth_section = service_user | placement.region_name = a", "")]
    [InlineData(Node + "placement.connect_retries = 3", "")]
    [InlineData(Node, "")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = ? | placement.username = nova", "")]
    [InlineData("nova = 16.0.0 | placement.username = nova", "NOVA5017")]
    [InlineData("nova = 16.0.0 | placement.username = nova | placement.os_region_name = a", "")]
    [InlineData("nova = 21.0.0 | placement.username = nova", "")]
    [InlineData("nova = 22.0.0 | placement.username = nova", "NOVA5017")]
    public void NOVA5017_placement_credentials_in_part(string declared, string ids) => Judged.Node(declared, ids);

    [Theory]
    [InlineData("target = debian-13 | extra = default/debug=true", "NOVA5008")]
    [InlineData("target = debian-13 | extra = default/of_a_plugin=true", "NOVA5008")]
    [InlineData("target = debian-13 | extra = DEFAULT/of_a_plugin=true", "")]
    [InlineData("target = debian-13 | extra = libvirt/cpu-mode=none", "NOVA5008")]
    [InlineData("target = debian-13 | extra =  libvirt/cpu_mode=none", "NOVA5003")]
    public void NOVA5008_names_that_nova_does_not_look_for(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void Messages_say_what_happens()
    {
        Assert.Equal(
            "[placement] auth_type = 'pasword' names no way to log in that Keystone's client knows (NoMatchingPlugin); nova-compute would refuse to start. Did you mean 'password'?",
            Judged.Single(Node + "placement.auth_type = pasword | placement.auth_url = http://keystone/v3").Message);
        Assert.Equal(
            "[placement] auth_url is declared, but not auth_type; unless another file on the node sets it, nova-compute does not start (MissingAuthPlugin or MissingRequiredOptions). Declare it here, or keep all of [placement] in that file.",
            Judged.Single(Node + "placement.auth_url = http://keystone/v3").Message);
        Assert.Equal(
            "[libvirt] live_migration_bandwidth = -1: libvirt takes no number below 0 (OverflowError), so that every live migration would fail. Write 0 for no limit, or MiB/s.",
            Judged.Single(Node + "live_migration_bandwidth = -1").Message);
        Assert.Equal("DEFAULT", Judged.Single("target = debian-13 | extra = default/of_a_plugin=true").Properties[Finding.Replacement]);
    }

    [Fact]
    public void A_value_stops_a_start_only_where_the_libvirt_driver_reads_it()
    {
        Assert.Contains("; nova-compute would refuse to start", Judged.Single(Node + "virt_type = kvmm").Message, StringComparison.Ordinal);
        Assert.Contains("; nova fails when it first reads the option", Judged.Single("target = debian-13 | DEFAULT.compute_driver = ironic.IronicDriver | virt_type = kvmm").Message, StringComparison.Ordinal);
        Assert.Contains("; nova-compute would refuse to start", Judged.Single(Node + "DEFAULT.ram_allocation_ratio = -1").Message, StringComparison.Ordinal);
        Assert.Contains("; nova fails when it first reads the option", Judged.Single("nova = 21.0.0 | DEFAULT.ram_allocation_ratio = -1").Message, StringComparison.Ordinal);
        Assert.Contains("; nova-compute would start, but the node would report no resources", Judged.Single(Node + "DEFAULT.reserved_host_cpus = -1").Message, StringComparison.Ordinal);
        Assert.Contains("; nova fails when it first reads the option", Judged.Single(Node + "rx_queue_size = 300").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        // Where it points depends on which of the credentials is known.
        new() { ["NOVA5017"] = ["NOVA5017"] },
        Setting("nova", "16.0.0", "22.0.0", "31.0.0", "34.0.0"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("live_migration_bandwidth", "-1", "0"),
        Setting("images_cpu_time_limit", "0", "-1"),
        Setting("placement.auth_type", "password", "pasword", "none"),
        Setting("placement.auth_url", "http://keystone/v3"),
        Setting("placement.username", "nova"),
        Setting("placement.auth_section", "x"),
        Setting("extra", "placement/auth_type=password", "placement/auth_url=http://k", "default/x=a"));
}
