using ConfigSdk.Catalog;
using ConfigSdk.Rules.CpuSets;
using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class CpuSetRulesTests
{
    private const string Both = "target = debian-13 | compute.cpu_shared_set = 0-1 | compute.cpu_dedicated_set = 2-7 | ";

    // vcpu_pin_set is deprecated since 20.0.0, which NOVA5009 says; one set alone is NOVA4006's.
    [Theory]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 1-,x", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 5-2", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 1--5", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = -3", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 1-^3", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 2-3,^^3", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 2-3;4", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 0x2", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = all | compute.cpu_dedicated_set = 2", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 2-3,^2,^3", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = ^3", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = \\x2c", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = \\x20", "NOVA4001")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0..3", "NOVA4001 NOVA5009")]
    [InlineData("nova = 19.0.0 | DEFAULT.vcpu_pin_set = 0..3", "NOVA4001")]
    [InlineData("nova = 19.0.0 | compute.cpu_shared_set = 0..3", "NOVA4001")]
    [InlineData("nova = 17.0.0 | compute.cpu_shared_set = 0..3", "NOVA5002")]
    [InlineData("nova = 12.0.0 | DEFAULT.vcpu_pin_set = 0-7,^2-3", "NOVA4001")]
    [InlineData("nova = 13.0.0 | DEFAULT.vcpu_pin_set = 0-7,^2-3", "")]
    [InlineData("target = icehouse | DEFAULT.vcpu_pin_set = 0-7,^2", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 2 - 5, ^ 3,+6,,^4-4", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 1_0", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = \\u0663", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = | compute.cpu_dedicated_set =", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 2\\n3", "NOVA5005")]
    [InlineData("nova = ? | compute.cpu_dedicated_set = 1-,x", "")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = ironic.IronicDriver | compute.cpu_dedicated_set = 1-,x", "")]
    [InlineData("target = debian-13 | extra = compute/cpu_dedicated_set=5-2", "NOVA4001 NOVA4006 NOVA5003")]
    public void NOVA4001_no_set_of_cpus(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-3 | compute.cpu_dedicated_set = 4-7", "NOVA4002 NOVA5009")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-3 | compute.cpu_shared_set = 2-5 | compute.cpu_dedicated_set = 4-7", "NOVA4002 NOVA5009")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = | compute.cpu_shared_set = 0-3 | compute.cpu_dedicated_set = 4-7", "NOVA5009")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-3 | compute.cpu_dedicated_set =", "NOVA5009")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-3 | compute.cpu_dedicated_set = ?", "NOVA5009")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = ? | compute.cpu_dedicated_set = 4-7", "")]
    [InlineData("nova = 19.0.0 | DEFAULT.vcpu_pin_set = 0-3 | compute.cpu_dedicated_set = 4-7", "NOVA5002")]
    [InlineData("nova = ? | DEFAULT.vcpu_pin_set = 0-3 | compute.cpu_dedicated_set = 4-7", "")]
    public void NOVA4002_pin_set_beside_dedicated(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0-2 | compute.cpu_dedicated_set = 2-7", "NOVA4003")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0-2 | compute.cpu_dedicated_set = 2-7,^2", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0-99,^2-7 | compute.cpu_dedicated_set = 2-7", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0-2 | compute.cpu_dedicated_set = 2-7,x", "NOVA4001")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = ? | compute.cpu_dedicated_set = 2-7", "")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = ? | compute.cpu_shared_set = 0-2 | compute.cpu_dedicated_set = 2-7", "NOVA4003")]
    [InlineData("nova = 20.0.0 | compute.cpu_shared_set = 2 | compute.cpu_dedicated_set = 2", "NOVA4003")]
    [InlineData("nova = 19.0.0 | compute.cpu_shared_set = 2 | compute.cpu_dedicated_set = 2", "NOVA5002")]
    public void NOVA4003_overlap(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Both + "DEFAULT.reserved_host_cpus = 1", "NOVA4004")]
    [InlineData(Both + "DEFAULT.reserved_host_cpus = 0", "")]
    [InlineData(Both + "DEFAULT.reserved_host_cpus = ?", "")]
    [InlineData(Both + "DEFAULT.reserved_host_cpus = -1", "NOVA5001")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.reserved_host_cpus = 2", "NOVA4004 NOVA4006")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 2-7 | DEFAULT.reserved_host_cpus = 2", "NOVA4004 NOVA4006")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = ? | compute.cpu_shared_set = 2-7 | DEFAULT.reserved_host_cpus = 2", "")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-7 | DEFAULT.reserved_host_cpus = 2", "NOVA5009")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-7 | compute.cpu_shared_set = 0-1 | DEFAULT.reserved_host_cpus = 2", "NOVA4005 NOVA5009")]
    [InlineData("target = debian-13 | DEFAULT.reserved_host_cpus = 2", "")]
    [InlineData("nova = 19.0.0 | compute.cpu_shared_set = 2-7 | DEFAULT.reserved_host_cpus = 2", "")]
    [InlineData("nova = 20.0.0 | compute.cpu_shared_set = 2-7 | DEFAULT.reserved_host_cpus = 2", "NOVA4004 NOVA4006")]
    public void NOVA4004_reserved_cpus_beside_sets(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-7 | compute.cpu_shared_set = 0-1", "NOVA4005 NOVA5009")]
    [InlineData("nova = 20.0.0 | DEFAULT.vcpu_pin_set = 2-7 | compute.cpu_shared_set = 0-1", "NOVA4005 NOVA5009")]
    [InlineData("nova = 19.0.0 | DEFAULT.vcpu_pin_set = 2-7 | compute.cpu_shared_set = 0-1", "")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-7 | compute.cpu_shared_set = ?", "NOVA5009")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = ? | compute.cpu_shared_set = 0-1", "")]
    public void NOVA4005_shared_beside_pin_set(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0-1", "NOVA4006")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 0-1", "NOVA4006")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 0-1 | compute.cpu_shared_set =", "NOVA4006")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 0-1 | compute.cpu_shared_set = ?", "")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 0-1 | DEFAULT.vcpu_pin_set = ?", "")]
    [InlineData("nova = 20.0.0 | compute.cpu_shared_set = 0-1", "NOVA4006")]
    [InlineData("nova = 19.0.0 | compute.cpu_shared_set = 0-1", "")]
    [InlineData("nova = ? | compute.cpu_shared_set = 0-1", "")]
    public void NOVA4006_one_kind_of_cpus(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.cpu_allocation_ratio = 4.0", "NOVA4006 NOVA4007")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.initial_cpu_allocation_ratio = 2", "NOVA4006 NOVA4007")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.cpu_allocation_ratio = 1.0", "NOVA4006")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.cpu_allocation_ratio = ?", "NOVA4006")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.ram_allocation_ratio = 2", "NOVA4006")]
    [InlineData(Both + "DEFAULT.cpu_allocation_ratio = 4.0", "")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 2-7 | compute.cpu_shared_set = ? | DEFAULT.cpu_allocation_ratio = 4.0", "")]
    [InlineData("nova = 20.0.0 | compute.cpu_dedicated_set = 2-7 | DEFAULT.cpu_allocation_ratio = 4.0", "NOVA4006 NOVA4007")]
    [InlineData("nova = 19.0.0 | compute.cpu_dedicated_set = 2-7 | DEFAULT.cpu_allocation_ratio = 4.0", "NOVA5002")]
    public void NOVA4007_ratio_without_vcpus(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(
        "target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 1,8-2", "NOVA4001",
        "[compute] cpu_dedicated_set = '1,8-2' is no set of CPUs: '8-2' begins behind its end; nova-compute would refuse to start. Did you mean '1,2-8'?")]
    [InlineData(
        "nova = 19.0.0 | DEFAULT.vcpu_pin_set = 2-3,^2-3", "NOVA4001",
        "[DEFAULT] vcpu_pin_set = '2-3,^2-3' is no set of CPUs: every CPU that it names is excluded again; nova-compute would start, but the node would report no resources")]
    [InlineData(
        "nova = 19.0.0 | compute.cpu_shared_set = one", "NOVA4001",
        "[compute] cpu_shared_set = 'one' is no set of CPUs: 'one' is no CPU's number; guests that need it would fail to start")]
    [InlineData(
        "target = debian-13 | DEFAULT.vcpu_pin_set = 0-3 | compute.cpu_dedicated_set = 4-7", "NOVA4002",
        "[DEFAULT] vcpu_pin_set and [compute] cpu_dedicated_set are both set; nova-compute would refuse to start. Leave out Default.VcpuPinSet, and name the CPUs of other guests in Compute.CpuSharedSet.")]
    [InlineData(
        "target = debian-13 | compute.cpu_shared_set = 0-3,9,12-20 | compute.cpu_dedicated_set = 2-12,^9", "NOVA4003",
        "CPU 2-3,12 is in [compute] cpu_shared_set and in [compute] cpu_dedicated_set; nova-compute would refuse to start. Name each CPU in one of them.")]
    [InlineData(
        Both + "DEFAULT.reserved_host_cpus = 1", "NOVA4004",
        "[DEFAULT] reserved_host_cpus is 1 beside [compute] cpu_dedicated_set; nova-compute would refuse to start. Leave out Default.ReservedHostCpus: CPUs that no set names are the host's.")]
    [InlineData(
        "target = debian-13 | DEFAULT.vcpu_pin_set = 0-7 | compute.cpu_shared_set = 0-1", "NOVA4005",
        "[compute] cpu_shared_set says nothing of guests' CPUs here: beside [DEFAULT] vcpu_pin_set, nova 31.0.0 (2025.1 Epoxy) only runs emulator threads there, of guests that ask for it, and logs a warning. Leave out Default.VcpuPinSet, or Compute.CpuSharedSet.")]
    [InlineData(
        "target = debian-13 | compute.cpu_shared_set = 0-1", "NOVA4006",
        "[compute] cpu_shared_set is set and [compute] cpu_dedicated_set is not: the node offers no PCPU, so that guests with CPUs of their own are never placed on it. Where both kinds are wanted, set Compute.CpuDedicatedSet.")]
    [InlineData(
        "target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.cpu_allocation_ratio = 4.0", "NOVA4007",
        "[DEFAULT] cpu_allocation_ratio has no effect: [compute] cpu_dedicated_set alone makes every CPU of guests a PCPU, and a PCPU goes to one guest. Leave out Default.CpuAllocationRatio, or name CPUs in Compute.CpuSharedSet.")]
    public void Messages_say_what_happens_and_what_to_write(string node, string id, string message) =>
        Assert.Equal(message, Judged.Single(node, id).Message);

    [Theory]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0-3,9 | compute.cpu_dedicated_set = 2-7", "NOVA4003", "Replacement=0-1,9")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 3 | compute.cpu_dedicated_set = 2-7", "NOVA4003", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 2-7,^5-4", "NOVA4001", "Replacement=2-7,^4-5")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = x", "NOVA4001", "")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-3 | compute.cpu_dedicated_set = 4-7", "NOVA4002", "RemoveSetting=VcpuPinSet")]
    [InlineData(Both + "DEFAULT.reserved_host_cpus = 1", "NOVA4004", "RemoveSetting=ReservedHostCpus")]
    [InlineData("target = debian-13 | DEFAULT.vcpu_pin_set = 0-7 | compute.cpu_shared_set = 0-1", "NOVA4005", "RemoveSetting=CpuSharedSet")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.cpu_allocation_ratio = 4.0", "NOVA4007", "RemoveSetting=CpuAllocationRatio")]
    public void Fixes_are_offered(string node, string id, string fixes) =>
        Assert.Equal(fixes, string.Join(" ", Judged.Of(Declared.Node(node)).Single(f => f.Rule.Id == id).Properties.Select(p => $"{p.Key}={p.Value}")));

    [Fact]
    public void A_profile_is_told_what_holds_whatever_its_nodes_add()
    {
        Assert.Equal("NOVA4003", Judged.Ids(Judged.Of(Declared.Profile("target = debian-13 | compute.cpu_shared_set = 0-2 | compute.cpu_dedicated_set = 2-7"))));
        Assert.Equal("NOVA4004", Judged.Ids(Judged.Of(Declared.Profile("target = debian-13 | compute.cpu_dedicated_set = 2-7 | DEFAULT.reserved_host_cpus = 2"))));
        Assert.Empty(Judged.Of(Declared.Profile("target = debian-13 | compute.cpu_shared_set = 2-7 | DEFAULT.reserved_host_cpus = 2 | DEFAULT.cpu_allocation_ratio = 2")));
    }

    [Theory]
    [InlineData("0-3,8,^1", "0,2-3,8")]
    [InlineData("5,4,3,1", "1,3-5")]
    [InlineData("1,0-2,^3", "0-2")]
    [InlineData("0-10,^2-3,^5,^9-12", "0-1,4,6-8")]
    [InlineData("^1, 0 - 2 ,", "0,2")]
    [InlineData("0-999999999999999999,^1-999999999999999998", "0,999999999999999999")]
    public void A_set_is_read_as_nova_reads_it(string text, string cpus) => Assert.Equal(cpus, CpuSetText.Read(text, Release.Newest).Cpus?.ToString());

    // No lines for a real nova: it refuses an address, and would count to the end.
    [Theory]
    [InlineData("$my_ip")]
    [InlineData("1-99999999999999999999")]
    public void What_is_not_certain_is_not_told(string cpus) => Judged.Node("target = debian-13 | compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = " + cpus, "");

    [Fact]
    public void An_excluded_range_is_certain_only_beside_a_known_release()
    {
        Assert.Null(CpuSetText.Read("0-3,^1-2", null) is { Flaw: null, Cpus: var cpus } ? cpus : CpuRanges.Of([(0, 0)]));
        Assert.NotNull(CpuSetText.Read("0-3,^2-1", null).Flaw);
        Assert.Equal("0,2-3", CpuSetText.Read("0-3,^1", null).Cpus?.ToString());
    }

    [Fact]
    public void Forgetting_adds_no_mistake_to_a_node() => AddsNoMistake(
        new()
        {
            // With vcpu_pin_set known, nova refuses the pair before it compares anything.
            ["NOVA4003"] = ["NOVA4002"],
            ["NOVA4004"] = ["NOVA4002"],
            ["NOVA4005"] = ["NOVA4002"],
        },
        Setting("target", "debian-11", "debian-13", "debian-sid", "icehouse"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("DEFAULT.vcpu_pin_set", "", "0-3", "3-0", "$x"),
        Setting("compute.cpu_shared_set", "", "0-1", "0-3,^2", "^1", "$x"),
        Setting("compute.cpu_dedicated_set", "", "2-7", "0-7", "4,x", "0-3,^0-3"),
        Setting("DEFAULT.reserved_host_cpus", "0", "1", "two"),
        Setting("DEFAULT.cpu_allocation_ratio", "0.0", "1.0", "4.0"),
        Setting("DEFAULT.initial_cpu_allocation_ratio", "4.0"),
        Setting("cpu_power_management", "true", "false"),
        Setting("cpu_power_management_strategy", "cpu_state", "governor"),
        Setting("cpu_power_governor_low", "ondemand"),
        Setting("extra", "compute/cpu_shared_set=0", "DEFAULT/vcpu_pin_set=0", "DEFAULT/reserved_host_cpus=2"));
}
