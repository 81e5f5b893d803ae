using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

/// <summary>Values that refer to other options.</summary>
public class ReferenceRulesTests
{
    private const string Node = "target = debian-13 | DEFAULT.compute_driver = libvirt.LibvirtDriver | ";

    [Theory]
    [InlineData(Node + "snapshots_directory = $state_path/instances", "")]
    [InlineData(Node + "snapshots_directory = ${state_path}/instances", "")]
    [InlineData(Node + "DEFAULT.instances_path = $state_pth/instances", "NOVA5012")]
    [InlineData(Node + "DEFAULT.instances_path = $State_path/instances", "NOVA5012")]
    [InlineData(Node + "DEFAULT.instances_path = $state_path.old", "NOVA5012")]
    [InlineData(Node + "snapshots_directory = ${state_path}.old", "")]
    [InlineData(Node + "DEFAULT.instances_path = /srv/a$b", "NOVA5012")]
    [InlineData(Node + "snapshots_directory = /srv/a$$b", "")]
    [InlineData(Node + @"snapshots_directory = /srv/a\\$b", "")]
    [InlineData(Node + "snapshots_directory = /srv/100$ $5 $- ${ ${a b}", "")]
    [InlineData(Node + "snapshots_directory = ?", "")]
    [InlineData(Node + "snapshots_directory = /srv/${libvirt.virt_type}", "")]
    [InlineData(Node + "DEFAULT.instances_path = /srv/${libvirt.virt_typ}", "NOVA5012")]
    [InlineData(Node + "DEFAULT.instances_path = /srv/${Libvirt.virt_type}", "NOVA5012")]
    [InlineData(Node + "DEFAULT.instances_path = /srv/${DEFAULT.host}", "NOVA5012")]
    [InlineData(Node + "DEFAULT.instances_path = /srv/$libvirt", "NOVA5012")]
    [InlineData(Node + "snapshots_directory = $nfs_mount_point_base", "")]
    [InlineData(Node + "snapshots_directory = $host", "")]
    [InlineData(Node + "snapshots_directory = $hostt", "NOVA5012")]
    [InlineData(Node + "api.vendordata_dynamic_targets = a@http://$machine:9292", "NOVA5012")]
    // Of a plug-in there is a sign, or there may be one.
    [InlineData(Node + "snapshots_directory = /srv/$tenant_share | extra = DEFAULT/tenant_share=a", "")]
    [InlineData(Node + "snapshots_directory = /srv/$tenant_share | extra = ?/x=a", "")]
    [InlineData(Node + "DEFAULT.instances_path = /srv/$tenant_share | extra = libvirt/cpu_mode=none", "NOVA5003 NOVA5012")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = plugin.Driver | snapshots_directory = /srv/$tenant_share", "")]
    // What libraries register beside older releases is not known; what nova itself has is.
    [InlineData("nova = 17.0.0 | snapshots_directory = /srv/$tenant_share", "")]
    [InlineData("nova = 17.0.0 | DEFAULT.instances_path = $state_pth/instances", "NOVA5012")]
    [InlineData("nova = 17.0.0 | DEFAULT.instances_path = $state_path.old", "NOVA5012")]
    [InlineData("DEFAULT.instances_path = $state_pth/instances", "NOVA5004")]
    // An option of some releases only.
    [InlineData("nova = 21.0.0 | DEFAULT.instances_path = /srv/${libvirt.cpu_power_management}", "NOVA5012")]
    [InlineData("nova = 27.0.0 | snapshots_directory = /srv/${libvirt.cpu_power_management}", "")]
    // Some versions of oslo.config find an option by its old name.
    [InlineData("nova = 26.0.0 | snapshots_directory = /srv/${libvirt.cpu_model}", "")]
    public void NOVA5012_reference_to_no_option(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("$state_pth/x", "${state_path}/x")]
    [InlineData("$state_path.old", "${state_path}.old")]
    [InlineData("/srv/a$b", "/srv/a$$b")]
    [InlineData("/srv/${DEFAULT.host}/x", "/srv/${host}/x")]
    [InlineData("/srv/${libvirt.virt_typ}", "/srv/${libvirt.virt_type}")]
    [InlineData("/srv/$libvirt", "/srv/$$libvirt")]
    public void A_reference_is_mended_where_it_stands(string text, string mended) =>
        Assert.Equal(mended, Judged.Single(Node + "DEFAULT.instances_path = " + text).Properties[Finding.Replacement]);

    [Theory]
    [InlineData(Node + "DEFAULT.host = $host", "NOVA5013")]
    [InlineData(Node + "DEFAULT.state_path = $instances_path", "NOVA5013")]
    [InlineData(Node + "DEFAULT.state_path = $instances_path/.. | DEFAULT.instances_path = /srv", "")]
    [InlineData(Node + "DEFAULT.state_path = /srv/$instances_path | DEFAULT.instances_path = $state_path", "NOVA5013")]
    [InlineData(Node + "DEFAULT.state_path = /srv/$instances_path | DEFAULT.instances_path = ?", "")]
    [InlineData(Node + "DEFAULT.state_path = /srv/$host | DEFAULT.instances_path = $state_path", "")]
    [InlineData(Node + "snapshots_directory = $snapshots_directory", "NOVA5013")]
    [InlineData(Node + "snapshots_directory = $nfs_mount_point_base | nfs_mount_point_base = ${libvirt.snapshots_directory}", "NOVA5013")]
    [InlineData("snapshots_directory = $snapshots_directory", "NOVA5004")]
    public void NOVA5013_option_that_refers_to_itself(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void Messages_say_what_is_missing_when_it_fails_and_what_to_write()
    {
        Assert.Equal(
            "[DEFAULT] instances_path refers by '$state_path.old' to another option's value, but nova 31.0.0 (2025.1 Epoxy) has no group 'state_path': the name reaches over the dot; nova-compute would refuse to start. Write '${state_path}.old'.",
            Judged.Single(Node + "DEFAULT.instances_path = $state_path.old").Message);
        Assert.Equal(
            "[libvirt] snapshots_directory refers by '$b' to another option's value, but nova 31.0.0 (2025.1 Epoxy) has no option 'b' in [libvirt] or [DEFAULT]; nova fails when it first reads the option. Write $$ where a dollar sign is meant.",
            Judged.Single(Node + "snapshots_directory = a$b").Message);
        Assert.Equal(
            "[DEFAULT] instances_path refers to itself through [DEFAULT] state_path, so that nova finds no end in looking for its value (RecursionError); nova-compute would refuse to start. Write the value itself.",
            Judged.Single(Node + "DEFAULT.state_path = /srv/$instances_path | DEFAULT.instances_path = $state_path").Message);
    }

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        new() { ["NOVA5012"] = ["NOVA5013"] },
        Setting("nova", "17.0.0", "22.0.0", "31.0.0", "34.0.0"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "plugin.Driver"),
        Setting("DEFAULT.instances_path", "$state_path/x", "$state_pth/x", "$host", "a$b", "${libvirt.nfs_mount_point_base}", "$instances_path"),
        Setting("DEFAULT.state_path", "$instances_path", "$host", "/srv", "${DEFAULT.host}"),
        Setting("snapshots_directory", "$nfs_mount_point_base", "$tenant", "$host"),
        Setting("nfs_mount_point_base", "$snapshots_directory", "a", "$nfs_mount_point_base"),
        Setting("extra", "DEFAULT/tenant=a", "DEFAULT/b=c", "libvirt/nfs_mount_point_base=$tenant"));
}
