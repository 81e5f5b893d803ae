namespace ConfigSdk.Rules.Tests;

public class FleetRulesTests
{
    private const string Passthrough = "target = debian-13 | cpu_mode = host-passthrough | ";

    [Theory]
    [InlineData("target = debian-13; target = debian-13", "NOVA6001")]
    [InlineData("target = debian-13 | name = a; target = debian-13 | name = A", "NOVA6001")]
    [InlineData("target = debian-13 | name = a; target = debian-13 | name = b", "")]
    [InlineData("target = debian-13 | name = a; target = debian-13 | name = ?", "")]
    [InlineData("target = debian-13 | name = a; ?", "")]
    public void NOVA6001_duplicate_names(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData(Passthrough + "name = a | group = g; " + Passthrough + "name = b | group = g", "NOVA6002")]
    [InlineData(Passthrough + "name = a | group = g; target = debian-13 | name = b | group = g", "NOVA6002")]
    [InlineData(Passthrough + "name = a | group = g; " + Passthrough + "name = b | group = h", "")]
    [InlineData(Passthrough + "name = a | group = g; " + Passthrough + "name = b | group = ?", "")]
    [InlineData(Passthrough + "name = a; " + Passthrough + "name = b", "")]
    [InlineData("target = debian-13 | cpu_mode = ? | name = a | group = g; target = debian-13 | name = b | group = g", "")]
    [InlineData(Passthrough + "vendor = Intel | model = Haswell | name = a | group = g; " + Passthrough + "vendor = Intel | model = Haswell | name = b | group = g", "")]
    [InlineData(Passthrough + "vendor = Intel | model = Haswell | name = a | group = g; " + Passthrough + "vendor = Intel | model = Broadwell | name = b | group = g", "NOVA6002")]
    [InlineData(Passthrough + "vendor = Intel | model = Haswell | name = a | group = g; " + Passthrough + "vendor = Intel | model = ? | name = b | group = g", "")]
    [InlineData(Passthrough + "vendor = Intel | name = a | group = g; " + Passthrough + "vendor = Intel | name = b | group = g", "NOVA6002")]
    [InlineData(Passthrough + "virt_type = lxc | name = a | group = g; " + Passthrough + "virt_type = lxc | name = b | group = g", "")]
    public void NOVA6002_passthrough_in_a_migration_group(string nodes, string ids) => Judged.Fleet(nodes, "", ids);

    [Theory]
    [InlineData("name = cmp01.example.org", "")]
    [InlineData("name = ?", "")]
    [InlineData("name = cmp_01", "NOVA6003")]
    [InlineData("name = ..", "NOVA6003")]
    [InlineData("name = a/b", "NOVA6003")]
    [InlineData(@"name = a\n", "NOVA6003")]
    [InlineData("name = ", "NOVA6003")]
    [InlineData("name = -a", "NOVA6003")]
    [InlineData("name = a.", "NOVA6003")]
    [InlineData("name = con", "NOVA6003")]
    [InlineData("name = LPT1.example", "NOVA6003")]
    [InlineData("name = console", "")]
    [InlineData("name = Images", "NOVA6003")]
    [InlineData("name = cmp01.tar.gz", "NOVA6003")]
    public void NOVA6003_names_that_are_no_host_names(string node, string ids) => Judged.Node("target = debian-13 | " + node, ids);

    [Fact]
    public void NOVA6003_lengths()
    {
        Judged.Node("target = debian-13 | name = " + new string('a', 63), "");
        Judged.Node("target = debian-13 | name = " + new string('a', 64), "NOVA6003");
        Judged.Node("target = debian-13 | name = " + string.Join(".", Enumerable.Repeat("abc", 64)), "NOVA6003");
    }

    [Fact]
    public void A_shared_mode_is_found_once() =>
        Assert.Equal(
            "[libvirt] cpu_mode is host-passthrough, but guests are to migrate between the 3 nodes of group 'az1', which are not declared to have the same CPU; a guest moves only to a host with exactly the same CPU, microcode and kernel. Use a named model that all can run, or declare each node's Host.Cpu.",
            Assert.Single(RuleCatalog.Judge(Declared.Fleet(string.Join(";", Enumerable.Range(1, 3).Select(n => Passthrough + $"name = c{n} | group = az1"))))).Message);
}
