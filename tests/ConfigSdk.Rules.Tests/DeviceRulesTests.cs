using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class DeviceRulesTests
{
    private const string Victoria = "target = debian-11 | ";
    private const string Zed = "target = debian-12 | ";
    private const string Epoxy = "target = debian-13 | ";
    private const string Sid = "target = debian-sid | ";

    [Theory]
    [InlineData(Epoxy + "virt_type = lxc | uid_maps = 0:100000:65536", "")]
    [InlineData(Epoxy + "virt_type = lxc | uid_maps = 0:100000:65536:1, 1 : +2 : 3_0", "")]
    [InlineData(Epoxy + "virt_type = lxc | uid_maps = 0:100000", "NOVA4045")]
    [InlineData(Epoxy + "virt_type = lxc | gid_maps = 0:100000:", "NOVA4045")]
    [InlineData(Epoxy + "virt_type = lxc | gid_maps = root:100000:1,0:1:2", "NOVA4045")]
    [InlineData(Epoxy + "virt_type = lxc | gid_maps = 0-100000-1", "NOVA4045")]
    [InlineData(Epoxy + "virt_type = lxc | gid_maps = 0:1:1,1:1:1,2:1:1,3:1:1,4:1:1", "")]
    [InlineData(Epoxy + "virt_type = lxc | gid_maps = 0:1:1,1:1:1,2:1:1,3:1:1,4:1:1,5:1:1,6:1", "NOVA4045 NOVA4045")]
    [InlineData(Epoxy + "virt_type = lxc | gid_maps = ?,$my_ip", "")]
    [InlineData(Epoxy + "virt_type = ? | gid_maps = 0:1", "")]
    [InlineData("nova = 2014.1 | virt_type = lxc | gid_maps = 0:1", "NOVA5002")]
    public void NOVA4045_mappings_are_three_numbers_and_at_most_five(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "uid_maps = 0:100000:65536", "NOVA4046")]
    [InlineData(Epoxy + "virt_type = kvm | uid_maps = 0:1:1 | gid_maps = 0:1", "NOVA4046 NOVA4046")]
    [InlineData(Epoxy + "virt_type = ? | uid_maps = 0:100000:65536", "")]
    [InlineData(Epoxy + "virt_type = kvm | uid_maps = ", "")]
    [InlineData(Epoxy + "virt_type = kvm | tb_cache_size = 32", "NOVA4046")]
    [InlineData(Epoxy + "virt_type = kvm | tb_cache_size = 0", "")]
    [InlineData(Epoxy + "virt_type = kvm | tb_cache_size = -1", "NOVA5001")]
    [InlineData(Epoxy + "virt_type = qemu | tb_cache_size = 32", "")]
    [InlineData(Zed + "virt_type = kvm | tb_cache_size = 32", "NOVA5002")]
    [InlineData(Epoxy + "virt_type = qemu | max_queues = 8", "NOVA4046")]
    [InlineData(Epoxy + "virt_type = kvm | max_queues = 8", "")]
    [InlineData(Epoxy + "virt_type = parallels | max_queues = 8", "")]
    [InlineData(Epoxy + "virt_type = qemu | max_queues = ?", "")]
    [InlineData(Epoxy + "DEFAULT.compute_driver = ironic.IronicDriver | uid_maps = 0:1:1", "")]
    public void NOVA4046_options_are_for_a_virt_type(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 28.0.0 | libvirt = 7.0.0 | virt_type = qemu | tb_cache_size = 32", "NOVA4047")]
    [InlineData("nova = 30.0.0 | libvirt = 7.10.0 | virt_type = qemu | tb_cache_size = 32", "NOVA4047")]
    [InlineData("nova = 30.0.0 | libvirt = 8.0.0 | virt_type = qemu | tb_cache_size = 32", "")]
    [InlineData("nova = 30.0.0 | libvirt = ? | virt_type = qemu | tb_cache_size = 32", "")]
    [InlineData("nova = 30.0.0 | libvirt = 7.10.0 | virt_type = qemu | tb_cache_size = 0", "")]
    [InlineData("nova = 30.0.0 | libvirt = 7.10.0 | virt_type = kvm | tb_cache_size = 32", "NOVA4046")]
    public void NOVA4047_the_cache_size_needs_libvirt_8(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "realtime_scheduler_priority = 0", "NOVA4048")]
    [InlineData(Epoxy + "realtime_scheduler_priority = 1", "")]
    [InlineData(Epoxy + "realtime_scheduler_priority = 99", "")]
    [InlineData(Epoxy + "realtime_scheduler_priority = 100", "NOVA4048")]
    [InlineData(Epoxy + "realtime_scheduler_priority = -5", "NOVA4048")]
    [InlineData(Epoxy + "realtime_scheduler_priority = ?", "")]
    [InlineData(Epoxy + "realtime_scheduler_priority = high", "NOVA5001")]
    [InlineData("nova = 12.0.0 | realtime_scheduler_priority = 0", "NOVA5002")]
    public void NOVA4048_priorities_are_1_to_99(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "enabled_perf_events = cpu_clock,cache_misses", "")]
    [InlineData(Epoxy + "enabled_perf_events = cpu_clock,cmt", "NOVA4049")]
    [InlineData(Victoria + "enabled_perf_events = mbml,mbmt", "NOVA4049 NOVA4049")]
    [InlineData("nova = 21.0.0 | libvirt = 7.0.0 | enabled_perf_events = cmt", "")]
    [InlineData(Epoxy + "enabled_perf_events = cpu_clok", "NOVA4049")]
    [InlineData(Epoxy + "enabled_perf_events = cpu_clock,?", "")]
    [InlineData("nova = 31.0.0 | libvirt = 99.0.0 | enabled_perf_events = l3_misses", "")]
    [InlineData("nova = 31.0.0 | libvirt = ? | enabled_perf_events = l3_misses", "")]
    public void NOVA4049_events_are_libvirts_and_linux_has_them(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 2014.2 | sysinfo_serial = hardwar", "NOVA4050")]
    [InlineData("nova = 2015.1.0 | sysinfo_serial = unique", "NOVA4050")]
    [InlineData("nova = 2015.1.0 | sysinfo_serial = os", "")]
    [InlineData("nova = 2015.1.0 | sysinfo_serial = ?", "")]
    [InlineData("nova = 12.0.0 | sysinfo_serial = hardwar", "NOVA5001")]
    [InlineData("nova = 18.0.0 | sysinfo_serial = unique", "NOVA5001")]
    [InlineData("nova = 19.0.0 | sysinfo_serial = unique", "")]
    public void NOVA4050_serial_numbers_have_a_source(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Zed + "virt_type = lxc | swtpm_enabled = true", "NOVA4057")]
    [InlineData(Zed + "virt_type = qemu | swtpm_enabled = true", "")]
    [InlineData(Zed + "virt_type = lxc | swtpm_enabled = false", "")]
    [InlineData(Zed + "virt_type = lxc | swtpm_enabled = ?", "")]
    [InlineData(Zed + "virt_type = ? | swtpm_enabled = true", "")]
    [InlineData("nova = 22.0.0 | libvirt = 5.5.0 | swtpm_enabled = true", "NOVA4057")]
    [InlineData("nova = 22.0.0 | libvirt = 5.6.0 | swtpm_enabled = true", "")]
    [InlineData("nova = 22.0.0 | libvirt = ? | swtpm_enabled = true", "")]
    [InlineData("nova = 21.0.0 | virt_type = lxc | swtpm_enabled = true", "NOVA5002")]
    public void NOVA4057_emulated_tpms_need_qemu(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Sid + "swtpm_enabled = true | supported_tpm_secret_security = user,deployment", "")]
    [InlineData(Sid + "swtpm_enabled = true | supported_tpm_secret_security = user,Host", "NOVA4058")]
    [InlineData(Sid + "swtpm_enabled = ? | supported_tpm_secret_security = user,hosts", "NOVA4058")]
    [InlineData(Sid + "swtpm_enabled = true | supported_tpm_secret_security = user,?", "")]
    [InlineData(Sid + "supported_tpm_secret_security = user,hosts", "NOVA4059")]
    [InlineData(Epoxy + "swtpm_enabled = true | supported_tpm_secret_security = hosts", "NOVA5002")]
    public void NOVA4058_secrets_are_kept_in_three_ways(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Zed + "swtpm_user = swtpm | swtpm_group = swtpm", "NOVA4059 NOVA4059")]
    [InlineData(Zed + "swtpm_enabled = false | swtpm_user = swtpm", "NOVA4059")]
    [InlineData(Zed + "swtpm_enabled = true | swtpm_user = swtpm", "")]
    [InlineData(Zed + "swtpm_enabled = ? | swtpm_user = swtpm", "")]
    [InlineData("nova = 21.0.0 | swtpm_user = swtpm", "NOVA5002")]
    public void NOVA4059_details_of_what_is_off(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Zed + "swtpm_enabled = true | key_manager.backend = nova.keymgr.conf_key_mgr.ConfKeyManager", "NOVA4060")]
    [InlineData(Zed + "swtpm_enabled = true | key_manager.backend = barbican", "")]
    [InlineData(Zed + "swtpm_enabled = false | key_manager.backend = nova.keymgr.conf_key_mgr.ConfKeyManager", "")]
    [InlineData(Zed + "swtpm_enabled = ? | key_manager.backend = nova.keymgr.conf_key_mgr.ConfKeyManager", "")]
    [InlineData(Zed + "swtpm_enabled = true | key_manager.backend = ?", "")]
    public void NOVA4060_the_fixed_key_stores_no_secret(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "DEFAULT.vif_plugging_timeout = 0 | DEFAULT.vif_plugging_is_fatal = true", "NOVA4064")]
    [InlineData(Epoxy + "DEFAULT.vif_plugging_timeout = 0 | DEFAULT.vif_plugging_is_fatal = false", "")]
    [InlineData(Epoxy + "DEFAULT.vif_plugging_timeout = 0", "")]
    [InlineData(Epoxy + "DEFAULT.vif_plugging_timeout = 300 | DEFAULT.vif_plugging_is_fatal = true", "")]
    [InlineData(Epoxy + "DEFAULT.vif_plugging_timeout = ? | DEFAULT.vif_plugging_is_fatal = true", "")]
    public void NOVA4064_nothing_is_late_where_nobody_waits(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "use_virtio_for_bridges = false", "NOVA4065")]
    [InlineData(Epoxy + "use_virtio_for_bridges = true", "")]
    [InlineData(Epoxy + "use_virtio_for_bridges = ?", "")]
    [InlineData(Epoxy + "virt_type = lxc | use_virtio_for_bridges = false", "")]
    public void NOVA4065_network_cards_are_virtio(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "virt_type = lxc | uid_maps = 0:100000", "'0:100000' in [libvirt] uid_maps is not of the form first:target:count, such as 0:100000:65536; nova would log a warning and start containers without it")]
    [InlineData(Epoxy + "virt_type = qemu | max_queues = 8", "[libvirt] max_queues has no effect: virt_type is qemu, and nova reads it for kvm or parallels alone. Leave out Libvirt.MaxQueues, or set Libvirt.VirtType to VirtType.Kvm.")]
    [InlineData("nova = 28.0.0 | libvirt = 7.0.0 | virt_type = qemu | tb_cache_size = 32", "[libvirt] tb_cache_size needs libvirt 8.0, and the target has libvirt 7.0; nova-compute would refuse to start. Leave out Libvirt.TbCacheSize, or declare a newer libvirt.")]
    [InlineData(Epoxy + "realtime_scheduler_priority = 100", "[libvirt] realtime_scheduler_priority = 100 is no priority of Linux' SCHED_FIFO, which has 1 to 99; nova does not look, and guests that need it would fail to start")]
    [InlineData(Epoxy + "enabled_perf_events = cpu_clok", "'cpu_clok' in [libvirt] enabled_perf_events is no event of libvirt's; nova would log a warning and not measure it. Did you mean 'cpu_clock'?")]
    [InlineData("nova = 2014.2 | sysinfo_serial = hardwar", "[libvirt] sysinfo_serial = 'hardwar' is not accepted by nova 2014.2 (Juno), which takes none, os, hardware or auto; nova-compute would refuse to start. Did you mean 'hardware'?")]
    [InlineData(Zed + "virt_type = lxc | swtpm_enabled = true", "[libvirt] swtpm_enabled needs guests of virt_type kvm or qemu, and here it is lxc; nova-compute would refuse to start. Leave out Libvirt.SwtpmEnabled, or declare one of these.")]
    [InlineData(Sid + "swtpm_enabled = true | supported_tpm_secret_security = hosts", "'hosts' in [libvirt] supported_tpm_secret_security is none of user, host or deployment, and nova would pass over it in silence. Did you mean 'host'?")]
    [InlineData(
        Zed + "swtpm_user = swtpm",
        "[libvirt] swtpm_user has no effect: swtpm_enabled is not on, and no guest gets an emulated TPM. Leave out Libvirt.SwtpmUser, or set Libvirt.SwtpmEnabled to true.")]
    [InlineData(
        Epoxy + "DEFAULT.vif_plugging_timeout = 0 | DEFAULT.vif_plugging_is_fatal = true",
        "[DEFAULT] vif_plugging_is_fatal has no effect: vif_plugging_timeout is 0, and guests start before their ports are plugged. Leave out Default.VifPluggingIsFatal, or give nova time in Default.VifPluggingTimeout.")]
    public void Messages_say_what_nova_would_do(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Fact]
    public void Items_and_settings_can_be_taken_out()
    {
        Assert.True(Judged.Single(Epoxy + "enabled_perf_events = cmt").Properties.ContainsKey(FixKeys.RemoveItem));
        Assert.True(Judged.Single(Epoxy + "virt_type = lxc | uid_maps = 0:1").Properties.ContainsKey(FixKeys.RemoveItem));
        Assert.Equal("host", Judged.Single(Sid + "swtpm_enabled = true | supported_tpm_secret_security = hosts").Properties[Finding.Replacement]);
        Assert.Equal("SwtpmEnabled", Judged.Single(Zed + "virt_type = lxc | swtpm_enabled = true").Properties[FixKeys.RemoveSetting]);
        Assert.Equal("UidMaps", Judged.Single(Epoxy + "uid_maps = 0:1:1").Properties[FixKeys.RemoveSetting]);
    }

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        new() { ["NOVA4058"] = ["NOVA4059"] },
        Setting("target", "debian-11", "debian-12", "debian-13", "debian-sid", "icehouse"),
        Setting("virt_type", "kvm", "qemu", "lxc"),
        Setting("uid_maps", "0:1:1", "0:1", "0:1:1,1:1:1,2:1:1,3:1:1,4:1:1,5:1:1"),
        Setting("tb_cache_size", "32"),
        Setting("max_queues", "8"),
        Setting("enabled_perf_events", "cmt", "cpu_clok,cpu_clock"),
        Setting("swtpm_enabled", "true", "false"),
        Setting("swtpm_user", "swtpm"),
        Setting("supported_tpm_secret_security", "user", "hosts,user"),
        Setting("key_manager.backend", "nova.keymgr.conf_key_mgr.ConfKeyManager"),
        Setting("use_virtio_for_bridges", "false"),
        Setting("realtime_scheduler_priority", "100"),
        Setting("DEFAULT.vif_plugging_timeout", "0"),
        Setting("DEFAULT.vif_plugging_is_fatal", "true"));
}
