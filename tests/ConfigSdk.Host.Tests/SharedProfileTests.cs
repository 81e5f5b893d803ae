using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Hosting.Tests;

/// <summary>What many nodes share is read once, so that a fleet of ten thousand takes little more memory than its profiles.</summary>
public sealed class SharedProfileTests
{
    private static readonly NodeProfile s_kvm = new()
    {
        Target = Target.Debian13,
        Host = new() { Modules = [KernelModule.Kvm] },
        Nova = new() { Default = new() { Debug = true }, Libvirt = new() { VirtType = VirtType.Kvm } },
    };

    private static readonly NodeProfile s_own = s_kvm.Override(new() { Nova = new() { Default = new() { MyIp = "192.0.2.7" } } });

    private static readonly Sequence s_nodes = ObjectReader.Read(
        [new ComputeNode("a", s_kvm) { MigrationGroup = "az1" }, new ComputeNode("b", s_kvm), new ComputeNode("c", s_own), new ComputeNode("d", s_kvm with { })]);

    [Fact]
    public void A_profile_of_several_nodes_is_read_once() => Assert.Same(Below(0, ModelNames.Profile), Below(1, ModelNames.Profile));

    [Fact]
    public void Of_a_profile_that_overrides_another_only_the_groups_that_differ_are_read_again()
    {
        Assert.Same(Below(0, ModelNames.Profile, ModelNames.Host), Below(2, ModelNames.Profile, ModelNames.Host));
        Assert.Same(Below(0, ModelNames.Profile, ModelNames.Nova, "Libvirt"), Below(2, ModelNames.Profile, ModelNames.Nova, "Libvirt"));
        Assert.NotSame(Below(0, ModelNames.Profile, ModelNames.Nova, "Default"), Below(2, ModelNames.Profile, ModelNames.Nova, "Default"));
    }

    /// <summary>Profiles that are equal, and yet two, were written in two places.</summary>
    [Fact]
    public void A_copy_of_a_profile_is_another_one() => Assert.NotSame(Below(0, ModelNames.Profile), Below(3, ModelNames.Profile));

    [Fact]
    public void Each_node_is_judged_by_its_own_name_group_and_options()
    {
        var nodes = FleetFacts.Read(s_nodes, Unset.Instance, FactCatalog.Bundled).Nodes;
        Assert.Equal(
            ["a az1 true ", "b  true ", "c  true 192.0.2.7", "d  true "],
            nodes.Select(n => $"{n.Name.Text} {n.MigrationGroup.Text} {n.Option("DEFAULT", "debug").Text} {n.Option("DEFAULT", "my_ip").Text}"));
        Assert.Equal(s_nodes.Items, nodes.Select(n => n.Declared));
    }

    private static PartialValue Below(int node, params string[] path) => path.Aggregate(s_nodes.Items[node], Record.Below);
}
