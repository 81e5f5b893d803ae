using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class MigrationRulesTests
{
    private const string Victoria = "nova = 22.0.0 | libvirt = 7.0.0 | qemu = 5.2 | ";
    private const string Gazpacho = "nova = 33.0.0 | qemu = 10.0 | ";

    [Theory]
    [InlineData("nova = 19.0.0 | live_migration_tunnelled = true | live_migration_with_native_tls = true", "NOVA6004")]
    [InlineData(Victoria + "live_migration_tunnelled = true | live_migration_with_native_tls = true", "NOVA6004")]
    [InlineData("target = debian-13 | live_migration_tunnelled = true | live_migration_with_native_tls = true", "NOVA5009 NOVA6004")]
    [InlineData("nova = 18.0.0 | live_migration_tunnelled = true | live_migration_with_native_tls = true", "NOVA5002")]
    [InlineData(Victoria + "live_migration_tunnelled = true", "")]
    [InlineData(Victoria + "live_migration_with_native_tls = true", "")]
    [InlineData(Victoria + "live_migration_tunnelled = ? | live_migration_with_native_tls = true", "")]
    [InlineData(Victoria + "live_migration_tunnelled = true | live_migration_with_native_tls = ?", "")]
    [InlineData(Victoria + "live_migration_tunnelled = true | live_migration_with_native_tls = true | DEFAULT.compute_driver = ironic.IronicDriver", "")]
    public void NOVA6004_tunnelled_and_native_tls(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Victoria + "live_migration_tunnelled = true | live_migration_permit_post_copy = true", "NOVA6005")]
    [InlineData("nova = 18.0.0 | libvirt = 4.0.0 | qemu = 2.11 | live_migration_tunnelled = true | live_migration_permit_post_copy = true", "NOVA6005")]
    [InlineData("nova = 18.0.0 | live_migration_tunnelled = true | live_migration_permit_post_copy = true", "")]
    [InlineData("nova = 14.0.0 | libvirt = 1.3.1 | qemu = 2.5 | live_migration_tunnelled = true | live_migration_permit_post_copy = true", "NOVA6006")]
    [InlineData("nova = 33.0.0 | live_migration_tunnelled = true | live_migration_parallel_connections = 4", "NOVA5009 NOVA6005")]
    [InlineData("nova = 33.0.0 | live_migration_tunnelled = true | live_migration_parallel_connections = 1", "NOVA5009")]
    [InlineData("nova = 32.0.0 | live_migration_tunnelled = true | live_migration_parallel_connections = 4", "NOVA5002 NOVA5009")]
    [InlineData(Victoria + "live_migration_tunnelled = true | live_migration_permit_post_copy = ?", "")]
    [InlineData(Victoria + "live_migration_tunnelled = ? | live_migration_permit_post_copy = true", "")]
    [InlineData(Victoria + "virt_type = ? | live_migration_tunnelled = true | live_migration_permit_post_copy = true", "")]
    public void NOVA6005_tunnels_that_libvirt_refuses(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 15.0.0 | live_migration_uri = qemu+ssh://%s/system | live_migration_scheme = tls", "NOVA5009 NOVA6006")]
    [InlineData("target = debian-13 | virt_type = lxc | live_migration_scheme = tls", "NOVA6006")]
    [InlineData("nova = 14.0.0 | live_migration_tunnelled = true | live_migration_inbound_addr = 192.0.2.1", "NOVA6006")]
    [InlineData("nova = 15.0.0 | live_migration_tunnelled = true | live_migration_inbound_addr = 192.0.2.1", "")]
    [InlineData("nova = 14.0.0 | live_migration_tunnelled = ? | live_migration_inbound_addr = 192.0.2.1", "")]
    [InlineData("target = debian-13 | live_migration_permit_post_copy = true | live_migration_permit_auto_converge = true", "NOVA6006")]
    [InlineData("nova = 20.0.0 | live_migration_permit_post_copy = true | live_migration_permit_auto_converge = true", "NOVA6006")]
    [InlineData("nova = 19.0.0 | live_migration_permit_post_copy = true | live_migration_permit_auto_converge = true", "")]
    [InlineData("nova = 19.0.0 | libvirt = 4.0.0 | qemu = 2.11 | live_migration_permit_post_copy = true | live_migration_permit_auto_converge = true", "NOVA6006")]
    [InlineData("nova = 17.0.0 | libvirt = 1.3.1 | qemu = 2.11 | live_migration_permit_post_copy = true", "NOVA6006")]
    [InlineData("nova = 17.0.0 | libvirt = 1.3.3 | qemu = 2.4 | live_migration_permit_post_copy = true", "NOVA6006")]
    [InlineData("nova = 17.0.0 | libvirt = 1.3.3 | qemu = 2.5 | live_migration_permit_post_copy = true", "")]
    [InlineData("nova = 17.0.0 | libvirt = 1.3.3 | live_migration_permit_post_copy = true", "")]
    [InlineData("target = debian-13 | live_migration_completion_timeout = 0 | live_migration_timeout_action = force_complete", "NOVA6006")]
    [InlineData("target = debian-13 | live_migration_completion_timeout = 1 | live_migration_timeout_action = force_complete", "")]
    [InlineData("target = debian-13 | live_migration_completion_timeout = ? | live_migration_timeout_action = force_complete", "")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = 0", "NOVA6006")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = -2", "NOVA6006")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = 1", "")]
    [InlineData("target = debian-13 | live_migration_scheme = tls", "")]
    [InlineData("target = debian-13 | virt_type = ? | live_migration_scheme = tls", "")]
    [InlineData("target = debian-13 | live_migration_uri = ? | live_migration_scheme = tls", "")]
    [InlineData("target = debian-13 | live_migration_permit_post_copy = ? | live_migration_permit_auto_converge = true", "")]
    public void NOVA6006_options_that_others_overrule(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://host/system", "NOVA6007")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%s/%s", "NOVA6007")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%d/system", "NOVA6007")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%(dest)s/system", "NOVA6007")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%*s/system", "NOVA6007")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%s/system?keyfile=a%", "NOVA6007")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%s/system?keyfile=a%20b", "NOVA6007")]
    [InlineData("target = debian-13 | live_migration_uri = qemu+tls://host/system", "NOVA5009 NOVA6007")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%s/system?keyfile=a%%20b", "")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%s/system", "")]
    [InlineData("target = icehouse | live_migration_uri =", "")]
    [InlineData("target = icehouse | live_migration_uri = ?", "")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://$my_ip/system", "")]
    [InlineData("target = debian-13 | migration_inbound_addr = %s.%s", "NOVA6007")]
    [InlineData("nova = 29.0.0 | migration_inbound_addr = %s-100%", "NOVA6007")]
    [InlineData("nova = 28.0.0 | migration_inbound_addr = %s.%s", "NOVA5002")]
    [InlineData("target = debian-13 | migration_inbound_addr = %s.storage.example.org", "")]
    [InlineData("target = debian-13 | migration_inbound_addr = 192.0.2.1", "")]
    [InlineData("target = debian-13 | migration_inbound_addr = ?", "")]
    public void NOVA6007_places_for_the_host(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | virt_type = lxc | group = az1", "NOVA6008")]
    [InlineData("nova = 13.0.0 | virt_type = lxc | group = az1", "NOVA6008")]
    [InlineData("nova = 12.0.0 | virt_type = lxc | group = az1", "")]
    [InlineData("target = debian-13 | virt_type = lxc", "")]
    [InlineData("target = debian-13 | virt_type = lxc | group = ?", "")]
    [InlineData("target = debian-13 | virt_type = kvm | group = az1", "")]
    [InlineData("target = debian-13 | virt_type = ? | group = az1", "")]
    [InlineData("target = debian-13 | virt_type = lxc | live_migration_uri = ? | group = az1", "")]
    public void NOVA6008_guests_that_cannot_move(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Gazpacho + "live_migration_parallel_connections = 4 | live_migration_permit_post_copy = true", "NOVA6009")]
    [InlineData("nova = 34.0.0 | qemu = 10.0.13 | live_migration_parallel_connections = 4 | live_migration_permit_post_copy = true", "NOVA6009")]
    [InlineData("nova = 33.0.0 | qemu = 10.1 | live_migration_parallel_connections = 4 | live_migration_permit_post_copy = true", "")]
    [InlineData("nova = 33.0.0 | live_migration_parallel_connections = 4 | live_migration_permit_post_copy = true", "")]
    [InlineData("nova = 32.0.0 | qemu = 10.0 | live_migration_parallel_connections = 4 | live_migration_permit_post_copy = true", "NOVA5002")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = 1 | live_migration_permit_post_copy = true", "")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = 4", "")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = ? | live_migration_permit_post_copy = true", "")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = 4 | live_migration_permit_post_copy = ?", "")]
    public void NOVA6009_post_copy_over_several_connections(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = icehouse | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2cVIR_MIGRATE_PEER2PER", "NOVA6010")]
    [InlineData("target = icehouse | live_migration_flag = VIR_MIGRATE_LIVE\\x2c", "NOVA6010")]
    [InlineData("target = icehouse | block_migration_flag = LIVE", "NOVA6010")]
    [InlineData("nova = 12.0.0 | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2cVIR_MIGRATE_PEER2PER", "NOVA6010")]
    [InlineData("nova = 14.0.0 | live_migration_flag = VIR_MIGRATE_PEER2PER", "NOVA5002")]
    [InlineData("target = icehouse | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2c VIR_MIGRATE_PEER2PEER\\x2c VIR_MIGRATE_LIVE", "")]
    [InlineData("target = icehouse | live_migration_flag = ?", "")]
    public void NOVA6010_unknown_flags(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 13.0.0 | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2cVIR_MIGRATE_PEER2PER", "NOVA5009 NOVA6011")]
    [InlineData("nova = 13.0.0 | live_migration_flag = VIR_MIGRATE_PEER2PEER", "NOVA5009 NOVA6011")]
    [InlineData("nova = 13.0.0 | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE", "NOVA5009 NOVA6011")]
    [InlineData("nova = 13.0.0 | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2cVIR_MIGRATE_PEER2PEER\\x2cVIR_MIGRATE_PERSIST_DEST", "NOVA5009 NOVA6011")]
    [InlineData("nova = 13.0.0 | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2cVIR_MIGRATE_PEER2PEER\\x2cVIR_MIGRATE_NON_SHARED_INC", "NOVA5009 NOVA6011")]
    [InlineData("nova = 13.0.0 | block_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2cVIR_MIGRATE_PEER2PEER", "NOVA5009 NOVA6011")]
    [InlineData("nova = 13.0.0 | live_migration_tunnelled = true | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2cVIR_MIGRATE_PEER2PEER", "NOVA5009 NOVA6011")]
    [InlineData("nova = 13.0.0 | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE\\x2cVIR_MIGRATE_PEER2PEER\\x2cVIR_MIGRATE_TUNNELLED", "NOVA5009")]
    [InlineData("nova = 13.0.0 | virt_type = xen | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE", "NOVA5009")]
    [InlineData("nova = 13.0.0 | virt_type = ? | live_migration_flag = VIR_MIGRATE_UNDEFINE_SOURCE", "NOVA5009")]
    [InlineData("nova = 13.0.0 | live_migration_flag = ?", "")]
    public void NOVA6011_flags_that_nova_corrects(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 12.0.0 | live_migration_downtime = 99 | live_migration_downtime_steps = 2 | live_migration_downtime_delay = 9", "NOVA6012 NOVA6012 NOVA6012")]
    [InlineData("nova = 15.0.0 | live_migration_downtime = 99 | live_migration_downtime_steps = 2 | live_migration_downtime_delay = 2", "NOVA6012 NOVA6012 NOVA6012")]
    [InlineData("nova = 13.0.0 | live_migration_downtime = 100 | live_migration_downtime_steps = 3 | live_migration_downtime_delay = 3", "")]
    [InlineData("nova = 12.0.0 | live_migration_downtime_delay = 10", "")]
    [InlineData("nova = 16.0.0 | live_migration_downtime = 99", "NOVA5001")]
    [InlineData("nova = 15.0.0 | live_migration_downtime = ?", "")]
    [InlineData("nova = ? | live_migration_downtime = 99", "")]
    public void NOVA6012_downtime_that_nova_raises(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Victoria + "live_migration_tunnelled = true | live_migration_with_native_tls = true", "[libvirt] live_migration_tunnelled and live_migration_with_native_tls are both on; with nova 22.0.0 (Victoria), nova-compute would refuse to start. Leave out Libvirt.LiveMigrationTunnelled: TLS between the two QEMUs is the newer way.")]
    [InlineData(Victoria + "live_migration_tunnelled = true | live_migration_permit_post_copy = true", "[libvirt] live_migration_tunnelled is on, and so is live_migration_permit_post_copy; libvirt refuses the two together, so that every live migration would fail. Leave out Libvirt.LiveMigrationTunnelled.")]
    [InlineData("target = icehouse | live_migration_uri = qemu+tls://%d/system", "[libvirt] live_migration_uri is 'qemu+tls://%d/system', which has '%d', which takes no name: nova puts the host's name where one %s stands; every live migration would fail. Write one %s, and %% for a percent sign.")]
    [InlineData("target = debian-13 | migration_inbound_addr = %s.%s", "[libvirt] migration_inbound_addr is '%s.%s', which has more than one %s: nova puts the host's name where one %s stands; every cold migration and resize would fail. Write one %s, and %% for a percent sign.")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = 4 | live_migration_permit_post_copy = true", "[libvirt] live_migration_permit_post_copy is on beside 4 connections (live_migration_parallel_connections), which takes QEMU 10.1, and the target has QEMU 10.0; with nova 33.0.0 (2026.1 Gazpacho), nova-compute would refuse to start. Leave out one of the two.")]
    [InlineData("target = icehouse | block_migration_flag = VIR_MIGRATE_LIV", "libvirt has no migration flag 'VIR_MIGRATE_LIV', which [libvirt] block_migration_flag names; with nova 2014.1 (Icehouse), every live migration that copies disks would fail. Did you mean 'VIR_MIGRATE_LIVE'?")]
    [InlineData("nova = 15.0.0 | live_migration_downtime = 99", "[libvirt] live_migration_downtime is 99, and nova 15.0.0 (Ocata) takes 100 instead without a word: it is the least. Write 100 or more.")]
    public void Messages(string mistake, string message) => Assert.Equal(message, Judged.Single(mistake).Message);

    [Theory]
    [InlineData(Victoria + "live_migration_tunnelled = true | live_migration_with_native_tls = true", FixKeys.RemoveSetting, "LiveMigrationTunnelled")]
    [InlineData(Gazpacho + "live_migration_parallel_connections = 4 | live_migration_permit_post_copy = true", FixKeys.RemoveSetting, "LiveMigrationParallelConnections")]
    [InlineData("target = debian-13 | virt_type = lxc | live_migration_scheme = tls", FixKeys.RemoveSetting, "LiveMigrationScheme")]
    [InlineData("nova = 15.0.0 | live_migration_downtime = 99", FixKeys.SetValue, "100")]
    public void Fixes(string mistake, string key, string value) => Assert.Equal(value, Judged.Single(mistake).Properties[key]);

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        [],
        Setting("target", "debian-11", "debian-13", "debian-sid", "icehouse"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("virt_type", "kvm", "lxc", "qemu", "xen"),
        Setting("group", "az1"),
        Setting("live_migration_tunnelled", "true", "false"),
        Setting("live_migration_with_native_tls", "true", "false"),
        Setting("live_migration_permit_post_copy", "true", "false"),
        Setting("live_migration_permit_auto_converge", "true", "false"),
        Setting("live_migration_parallel_connections", "4", "1", "0"),
        Setting("live_migration_uri", "qemu+tls://%s/system", "qemu+tls://host/system", ""),
        Setting("live_migration_scheme", "tls"),
        Setting("live_migration_inbound_addr", "192.0.2.1"),
        Setting("migration_inbound_addr", "%s%s", "%s"),
        Setting("live_migration_completion_timeout", "0", "10"),
        Setting("live_migration_timeout_action", "abort", "force_complete"),
        Setting("live_migration_flag", "VIR_MIGRATE_LIVE", "LIVE"),
        Setting("live_migration_downtime", "50", "500"));
}
