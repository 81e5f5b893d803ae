namespace ConfigSdk.Rules.Tests;

public class MigrationGroupRulesTests
{
    private const string A = "target = debian-13 | name = a | group = g | ";
    private const string B = "; target = debian-13 | name = b | group = g | ";
    private const string C = "; target = debian-13 | name = c | group = g | ";

    [Theory]
    [InlineData(A + "images_type = rbd" + B, "NOVA6020")]
    [InlineData(A + "images_type = rbd" + B + "images_type = qcow2", "NOVA6020")]
    [InlineData(A + "images_type = rbd" + B + "images_type = rbd", "")]
    [InlineData(A + "images_type = raw" + B + "images_type = qcow2", "")]
    [InlineData(A + "images_type = rbd" + B + "images_type = ?", "")]
    [InlineData(A + "images_type = rbd; target = debian-13 | name = b | group = h", "")]
    [InlineData(A + "images_type = rbd; target = debian-13 | name = b | group = ?", "")]
    [InlineData(A + "images_type = rbd; target = debian-13 | name = b", "")]
    [InlineData(A + "images_type = rbd" + B + "DEFAULT.compute_driver = ironic.IronicDriver", "")]
    public void NOVA6020_disks_in_rbd_and_elsewhere(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData(A + "virt_type = parallels" + B + "virt_type = kvm", "NOVA6021")]
    [InlineData(A + "virt_type = parallels" + B, "NOVA6021")]
    [InlineData(A + "virt_type = parallels" + B + "virt_type = parallels", "")]
    [InlineData(A + "virt_type = qemu" + B + "virt_type = kvm", "")]
    [InlineData(A + "virt_type = parallels" + B + "virt_type = ?", "")]
    // The target has no xen: that is what is wrong.
    [InlineData(A + "virt_type = xen" + B + "virt_type = kvm", "")]
    public void NOVA6021_several_hypervisors(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData("nova = 31.0.0 | qemu = 9.2 | name = a | group = g" + B, "NOVA6022")]
    [InlineData("nova = 31.0.0 | qemu = 10.0 | name = a | group = g" + B, "")]
    [InlineData("nova = 31.0.0 | qemu = ? | name = a | group = g" + B, "")]
    [InlineData("nova = 31.0.0 | qemu = 9.2 | name = a | group = h" + B, "")]
    [InlineData("nova = 31.0.0 | qemu = 9.2 | virt_type = lxc | name = a | group = g" + B, "")]
    public void NOVA6022_several_qemus(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData(A + "vendor = Intel" + B + "vendor = AMD", "NOVA6023")]
    [InlineData(A + "vendor = Intel | cpu_mode = custom | cpu_models = Skylake-Server" + B + "vendor = AMD | cpu_mode = custom | cpu_models = Nehalem", "NOVA6023")]
    [InlineData(A + "vendor = Intel | cpu_mode = custom | cpu_models = Nehalem" + B + "vendor = AMD | cpu_mode = custom | cpu_models = Nehalem", "")]
    [InlineData(A + "vendor = Intel | cpu_mode = none" + B + "vendor = AMD | cpu_mode = none", "")]
    [InlineData(A + "vendor = Intel" + B + "vendor = Intel", "")]
    [InlineData(A + "vendor = Intel" + B, "")]
    [InlineData(A + "vendor = Intel" + B + "vendor = ?", "")]
    [InlineData(A + "vendor = AMD | cpu_mode = ?" + B + "vendor = Intel | cpu_mode = ?", "")]
    [InlineData(A + "vendor = AMD" + B + "vendor = Hygon", "")]
    [InlineData(A + "vendor = Intel | virt_type = qemu" + B + "vendor = AMD | virt_type = qemu", "")]
    public void NOVA6023_several_vendors(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData(A + "vendor = Intel | model = Haswell" + B + "vendor = Intel | model = Broadwell", "NOVA6024")]
    [InlineData(A + "model = Haswell | cpu_mode = host-model" + B + "model = Broadwell", "NOVA6024")]
    [InlineData(A + "model = Haswell" + B + "model = Haswell", "")]
    [InlineData(A + "model = Haswell" + B + "model = ?", "")]
    [InlineData(A + "model = Haswell" + B, "")]
    [InlineData(A + "model = Haswell | cpu_mode = custom | cpu_models = Nehalem" + B + "model = Broadwell | cpu_mode = custom | cpu_models = Nehalem", "")]
    [InlineData(A + "model = Haswell | cpu_mode = ?" + B + "model = Broadwell", "")]
    public void NOVA6024_several_host_models(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData(A + "live_migration_with_native_tls = true" + B, "NOVA6025")]
    [InlineData(A + "live_migration_with_native_tls = true" + B + "live_migration_with_native_tls = false", "NOVA6025")]
    [InlineData(A + "live_migration_with_native_tls = true" + B + "live_migration_with_native_tls = true", "")]
    [InlineData(A + "live_migration_with_native_tls = true" + B + "live_migration_with_native_tls = ?", "")]
    [InlineData(A + "live_migration_with_native_tls = ?" + B, "")]
    public void NOVA6025_tls_in_one_direction(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData(A + "serial_console.enabled = true" + B, "NOVA6026")]
    [InlineData(A + "serial_console.enabled = true" + B + "serial_console.enabled = false" + C + "serial_console.enabled = true", "NOVA6026")]
    [InlineData(A + "serial_console.enabled = true" + B + "serial_console.enabled = true", "")]
    [InlineData(A + "serial_console.enabled = true" + B + "serial_console.enabled = ?", "")]
    [InlineData(A + "serial_console.enabled = true | virt_type = lxc" + B, "")]
    [InlineData("nova = 13.0.0 | name = a | group = g | serial_console.enabled = true; nova = 13.0.0 | name = b | group = g", "")]
    [InlineData("nova = 14.0.0 | name = a | group = g | serial_console.enabled = true; nova = 14.0.0 | name = b | group = g", "NOVA6026")]
    public void NOVA6026_serial_consoles(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData("31.0.0", "28.0.0", "")]
    [InlineData("31.0.0", "29.0.0", "")]
    [InlineData("31.0.0", "26.0.0", "NOVA6027")]
    [InlineData("32.0.0", "31.0.0", "")]
    [InlineData("32.0.0", "30.0.0", "NOVA6027")]
    [InlineData("34.0.0", "33.0.0", "")]
    [InlineData("34.0.0", "32.0.0", "NOVA6027")]
    [InlineData("26.0.0", "25.0.0", "")]
    [InlineData("26.0.0", "24.0.0", "NOVA6027")]
    [InlineData("24.0.0", "22.0.0", "NOVA6027")]
    [InlineData("24.0.0", "18.0.0", "NOVA6027")]
    [InlineData("23.0.0", "18.0.0", "")]
    [InlineData("22.0.0", "18.0.0", "")]
    [InlineData("31.0.0", "?", "")]
    [InlineData("?", "26.0.0", "")]
    [InlineData("25.0.0", "23.0.0", "NOVA6027")]
    [InlineData("31.0.0 | workarounds.disable_compute_service_check_for_ffu = true", "26.0.0", "")]
    [InlineData("31.0.0 | workarounds.disable_compute_service_check_for_ffu = ?", "26.0.0", "")]
    public void NOVA6027_nova_too_old_beside_a_newer_one(string newer, string older, string ids)
    {
        Judged.Fleet($"name = a | group = g | nova = {older}; name = b | group = g | nova = {newer}", "", ids);
        Judged.Fleet($"name = b | group = g | nova = {newer}; name = a | group = g | nova = {older}", "", ids);
        Judged.Fleet($"name = a | group = g | nova = {older}; name = b | group = h | nova = {newer}", "", "");
    }

    [Theory]
    [InlineData(A + "cpu_mode = host-passthrough" + B + "workarounds.skip_cpu_compare_on_dest = true", "NOVA6002 NOVA6028")]
    [InlineData(A + "cpu_mode = host-passthrough | workarounds.skip_cpu_compare_on_dest = true" + B, "NOVA6002")]
    [InlineData(A + "cpu_mode = host-passthrough" + B + "workarounds.skip_cpu_compare_on_dest = ?", "NOVA6002")]
    [InlineData(A + "cpu_mode = host-model" + B + "workarounds.skip_cpu_compare_on_dest = true", "")]
    [InlineData(
        A + "cpu_mode = host-passthrough | vendor = Intel | model = Haswell" + B + "cpu_mode = host-passthrough | vendor = Intel | model = Haswell | workarounds.skip_cpu_compare_on_dest = true", "")]
    public void NOVA6028_destination_that_takes_any_cpu(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData(A + "images_type = rbd" + B, "[libvirt] images_type is rbd here and default on other nodes of migration group 'g'; nova takes local disks in Ceph as shared only where both nodes keep theirs there, and refuses to move a guest that has one, or tries to copy the disk. Give the group one images_type.")]
    [InlineData(A + "live_migration_with_native_tls = true" + B, "[libvirt] live_migration_with_native_tls is on here, but off on node 'b' of migration group 'g': the node that a guest leaves decides, so that guests' memory leaves that one unencrypted. Set it on all nodes of the group.")]
    [InlineData("nova = 31.0.0 | qemu = 9.2 | name = a | group = g" + B, "Nodes of migration group 'g' have QEMU 9.2 and 10.0; nova moves guests to the same version or a newer one, so that none can move back from 10.0 to 9.2")]
    [InlineData("name = a | group = g | nova = 29.0.0; name = b | group = g | nova = 32.0.0", "Migration group 'g' has nodes of nova 29.0.0 (2024.1 Caracal) and of nova 32.0.0 (2025.2 Flamingo), which takes no node of its cell that is older than nova 31.0.0; on the newer nodes nova-compute would refuse to start. Upgrade by way of releases that go together.")]
    [InlineData(A + "model = Haswell" + B + "model = Broadwell", "Guests of migration group 'g' get the CPU model of the host on which they start (host-model), and its hosts are declared with Haswell and Broadwell; a guest that started on the newer one does not move to the older. Name the oldest model in Libvirt.CpuModels if guests are to move both ways.")]
    public void Messages(string nodes, string message) => Assert.Equal(message, Assert.Single(RuleCatalog.Judge(Declared.Fleet(nodes))).Message);

    [Fact]
    public void A_setting_that_nodes_share_is_found_once() =>
        Assert.Equal("NOVA6020", Assert.Single(RuleCatalog.Judge(Declared.Fleet(A + "images_type = rbd" + B + C + "images_type = rbd"))).Rule.Id);
}
