namespace ConfigSdk.Rules.Tests;

public class CpuPowerRulesTests
{
    private const string Sets = "compute.cpu_shared_set = 0 | compute.cpu_dedicated_set = 1-7 | ";
    private const string Epoxy = "target = debian-13 | " + Sets;

    [Theory]
    [InlineData(Epoxy + "cpu_power_management_strategy = governor", "NOVA4008")]
    [InlineData(Epoxy + "cpu_power_management = false | cpu_power_management_strategy = governor", "NOVA4008")]
    [InlineData(Epoxy + "cpu_power_governor_low = ondemand | cpu_power_governor_high = schedutil", "NOVA4008 NOVA4008")]
    [InlineData(Epoxy + "cpu_power_management = true | cpu_power_governor_low = ondemand", "NOVA4008")]
    [InlineData(Epoxy + "cpu_power_management = true | cpu_power_management_strategy = cpu_state | cpu_power_governor_high = schedutil", "NOVA4008")]
    [InlineData(Epoxy + "cpu_power_management = true | cpu_power_management_strategy = governor | cpu_power_governor_low = ondemand", "")]
    [InlineData(Epoxy + "cpu_power_management = true | cpu_power_management_strategy = ? | cpu_power_governor_low = ondemand", "")]
    [InlineData(Epoxy + "cpu_power_management = ? | cpu_power_management_strategy = governor | cpu_power_governor_low = ondemand", "")]
    [InlineData(Epoxy + "cpu_power_management = ? | cpu_power_governor_low = ondemand", "NOVA4008")]
    [InlineData(Epoxy + "cpu_power_management = false", "")]
    [InlineData(Epoxy + "cpu_power_management = false | cpu_power_governor_low = powersave", "")]
    [InlineData(Epoxy + "cpu_power_management = true | cpu_power_governor_low = powersave", "NOVA4008")]
    [InlineData("nova = 27.0.0 | " + Sets + "cpu_power_governor_low = ondemand", "NOVA4008")]
    [InlineData("nova = 26.0.0 | " + Sets + "cpu_power_governor_low = ondemand", "NOVA5002")]
    [InlineData("nova = ? | " + Sets + "cpu_power_governor_low = ondemand", "")]
    public void NOVA4008_power_options_that_are_ignored(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpu_power_management = true", "NOVA4009")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = | cpu_power_management = true", "NOVA4009")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 0-3 | cpu_power_management = true", "NOVA4006 NOVA4009")]
    [InlineData("target = debian-13 | compute.cpu_dedicated_set = ? | cpu_power_management = true", "")]
    [InlineData("target = debian-13 | cpu_power_management = ?", "")]
    [InlineData("target = debian-13 | cpu_power_management = false", "")]
    [InlineData(Epoxy + "cpu_power_management = true", "")]
    [InlineData("nova = 27.0.0 | cpu_power_management = true", "NOVA4009")]
    [InlineData("nova = 26.0.0 | cpu_power_management = true", "NOVA5002")]
    public void NOVA4009_power_management_without_cpus(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true", "NOVA4010")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true | cpu_power_management_strategy = governor", "NOVA4010")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true | cpu_power_management_strategy = ?", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0-7,^0,^1 | cpu_power_management = true", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = false", "")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = ? | cpu_power_management = true", "")]
    [InlineData("nova = 28.0.0 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true", "NOVA4010")]
    [InlineData("nova = 28.0.0 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true | cpu_power_management_strategy = governor", "")]
    [InlineData("nova = 29.0.0 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true | cpu_power_management_strategy = governor", "NOVA4010")]
    [InlineData("nova = 26.0.0 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true", "NOVA5002")]
    public void NOVA4010_power_of_cpu_0(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(
        Epoxy + "cpu_power_management_strategy = governor",
        "[libvirt] cpu_power_management_strategy has no effect: [libvirt] cpu_power_management is not set. Leave out Libvirt.CpuPowerManagementStrategy, or set Libvirt.CpuPowerManagement to true.")]
    [InlineData(
        Epoxy + "cpu_power_management = true | cpu_power_governor_low = ondemand",
        "[libvirt] cpu_power_governor_low has no effect: [libvirt] cpu_power_management_strategy is not set, and so cpu_state, which switches CPUs off and on. Leave out Libvirt.CpuPowerGovernorLow, or set Libvirt.CpuPowerManagementStrategy to CpuPowerManagementStrategy.Governor.")]
    [InlineData(
        "nova = 28.0.0 | cpu_power_management = true",
        "[libvirt] cpu_power_management has no effect: [compute] cpu_dedicated_set names no CPUs, and nova manages no others (27.0.0, 27.1.0 and 28.0.0 do not even start so). Leave out Libvirt.CpuPowerManagement, or name CPUs in Compute.CpuDedicatedSet.")]
    [InlineData(
        "nova = 29.0.0 | cpu_power_management = true",
        "[libvirt] cpu_power_management has no effect: [compute] cpu_dedicated_set names no CPUs, and nova manages no others. Leave out Libvirt.CpuPowerManagement, or name CPUs in Compute.CpuDedicatedSet.")]
    [InlineData(
        "target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true",
        "CPU 0 is in [compute] cpu_dedicated_set, but nova never switches it off, and logs a warning. Leave CPU 0 out of Compute.CpuDedicatedSet.")]
    public void Messages_say_what_happens_and_what_to_write(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Theory]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0,2-7 | cpu_power_management = true", "Replacement=2-7")]
    [InlineData("target = debian-13 | compute.cpu_shared_set = 1 | compute.cpu_dedicated_set = 0 | cpu_power_management = true", "")]
    [InlineData("target = debian-13 | cpu_power_management = true", "RemoveSetting=CpuPowerManagement")]
    public void Fixes_are_offered(string node, string fixes) =>
        Assert.Equal(fixes, string.Join(" ", Judged.Single(node).Properties.Select(p => $"{p.Key}={p.Value}")));
}
