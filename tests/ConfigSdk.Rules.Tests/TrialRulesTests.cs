using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Tests;

/// <summary>What is found when nodes are judged by another release than their target's.</summary>
public class TrialRulesTests
{
    private const string Antelope = "nova = 27.0.0 | libvirt = 11.3 | qemu = 10.0 | architecture = x86_64 | ";

    [Theory]
    [InlineData("nova = 22.0.0 | virt_type = xen", "Epoxy", "NOVA5001")]
    [InlineData("nova = 22.0.0 | virt_type = xen", "Wallaby", "NOVA5001")]
    [InlineData("nova = 22.0.0 | virt_type = xen", "Victoria", "")]
    [InlineData(Antelope + "api.use_forwarded_for = true", "Gazpacho", "NOVA5002")]
    [InlineData(Antelope + "api.use_forwarded_for = true", "Bobcat", "NOVA5009")]
    [InlineData("nova = 19.0.0 | compute.cpu_dedicated_set = 2-31", "Train", "NOVA4006")]
    [InlineData(Antelope + "quobyte_mount_point_base = /mnt", "Gazpacho", "NOVA5009")]
    [InlineData("nova = ? | virt_type = xen", "Epoxy", "NOVA5001")]
    [InlineData("virt_type = xen", "Epoxy", "NOVA5004")]
    public void Ordinary_rules_judge_by_the_tried_release(string node, string trial, string ids) => Assert.Equal(ids, Judged.Ids(Tried(node, trial, ids)));

    [Theory]
    [InlineData(Antelope + "api.neutron_default_project_id = x", "Gazpacho", "NOVA5010")]
    [InlineData(Antelope + "api.neutron_default_project_id = x", "27", "")]
    [InlineData(Antelope + "api.neutron_default_project_id = ?", "Gazpacho", "")]
    [InlineData("nova = ? | api.neutron_default_project_id = x", "Gazpacho", "")]
    [InlineData("nova = 33.0.0 | api.neutron_default_project_id = x", "2023.1", "NOVA5010")]
    public void NOVA5010_options_under_another_name(string node, string trial, string ids) => Assert.Equal(ids, Judged.Ids(Tried(node, trial, ids)));

    [Theory]
    [InlineData(
        Antelope + "api.neutron_default_project_id = x", "Gazpacho",
        "[api] neutron_default_tenant_id of nova 27.0.0 (2023.1 Antelope) is [api] neutron_default_project_id in nova 33.0.0 (2026.1 Gazpacho); the file of that release gets its name by itself")]
    [InlineData(
        "nova = 16.0.0 | vnc.server_listen = 192.0.2.1", "34.0.0",
        "[vnc] vncserver_listen of nova 16.0.0 (Pike) is [vnc] server_listen in nova 34.0.0 (2026.2), which ignores the old name without a word; the file of that release gets its name by itself")]
    public void NOVA5010_says_whether_the_old_name_is_still_read(string node, string trial, string message) => Assert.Equal(message, Assert.Single(Tried(node, trial)).Message);

    [Theory]
    [InlineData(Antelope + "DEFAULT.reserved_host_memory_mb = 1", "heal_instance_info_cache_interval sync_power_state_pool_size")]
    [InlineData(Antelope + "DEFAULT.reserved_host_memory_mb = 1 | DEFAULT.heal_instance_info_cache_interval = 60", "sync_power_state_pool_size")]
    [InlineData(Antelope + "virt_type = kvm", "")]
    [InlineData("nova = 33.0.0 | DEFAULT.reserved_host_memory_mb = 1", "")]
    [InlineData("nova = ? | DEFAULT.reserved_host_memory_mb = 1", "")]
    [InlineData(Antelope + "DEFAULT.reserved_host_memory_mb = ?", "")]
    [InlineData(Antelope + "DEFAULT.reserved_host_memory_mb = 1; " + Antelope + "DEFAULT.reserved_host_memory_mb = 2 | name = cmp02", "heal_instance_info_cache_interval sync_power_state_pool_size")]
    [InlineData(Antelope + "DEFAULT.reserved_host_memory_mb = 1 | extra = DEFAULT/sync_power_state_pool_size=1000", "heal_instance_info_cache_interval")]
    public void NOVA5011_defaults_that_change_under_nodes_that_leave_them_out(string nodes, string options)
    {
        var found = RuleCatalog.Judge(Declared.Fleet(nodes, "", Catalog("Gazpacho")));
        Assert.Equal(options, string.Join(" ", found.Select(f => f.Message.Split(' ')[1])));
        Assert.All(found, f => Assert.Equal("NOVA5011", f.Rule.Id));
        Assert.Empty(RuleCatalog.Judge(Declared.Fleet(nodes)));
    }

    [Fact]
    public void NOVA5011_says_both_defaults_and_the_property() => Assert.Equal(
        "[DEFAULT] sync_power_state_pool_size is left out, and its default is '5' in nova 33.0.0 (2026.1 Gazpacho) where it is '1000' in nova 27.0.0 (2023.1 Antelope); set Nova.Default.SyncPowerStatePoolSize if it must stay as it is",
        RuleCatalog.Judge(Declared.Fleet(Antelope + "DEFAULT.reserved_host_memory_mb = 1", "", Catalog("Gazpacho")))[1].Message);

    private static IReadOnlyList<Finding> Tried(string node, string trial, string ids = "") => Judged.Of(Declared.Node(node, Catalog(trial)), ids);

    private static FactCatalog Catalog(string trial) => FactCatalog.Bundled.For(Release.Parse(trial));
}
