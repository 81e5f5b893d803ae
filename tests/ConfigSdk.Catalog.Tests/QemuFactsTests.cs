namespace ConfigSdk.Catalog.Tests;

public class QemuFactsTests
{
    private static QemuFacts Facts(string qemu, string architecture = "x86_64") => QemuFacts.For(VersionText.Parse(qemu)!, architecture)!;

    // Counts as Debian's packages answer query-machines and query-cpu-definitions.
    [Theory]
    [InlineData("5.2", "x86_64", 53, 123)]
    [InlineData("7.2", "x86_64", 59, 132)]
    [InlineData("10.0", "x86_64", 65, 154)]
    [InlineData("11.1", "x86_64", 41, 189)]
    [InlineData("5.2", "aarch64", 87, 37)]
    [InlineData("11.1", "aarch64", 107, 36)]
    public void A_version_has_what_its_qemu_lists(string qemu, string architecture, int machines, int cpus)
    {
        Assert.Equal(machines, Facts(qemu, architecture).Machines.Count);
        Assert.Equal(cpus, Facts(qemu, architecture).Cpus.Count);
    }

    [Fact]
    public void A_version_that_is_not_bundled_reads_the_nearest_older_facts()
    {
        Assert.Equal(new Version(7, 2, 0, 0), Facts("8.2.2").Version);
        Assert.Equal(new Version(11, 1, 0, 0), Facts("99").Version);
        Assert.Same(Facts("7.2"), Facts("9.0"));
        Assert.Null(QemuFacts.For(new Version(5, 1, 0, 0), "x86_64"));
        Assert.Null(QemuFacts.For(new Version(7, 2, 0, 0), "ppc64le"));
    }

    [Fact]
    public void An_alias_stands_for_the_versions_own_machine_type()
    {
        Assert.Equal("pc-q35-5.2", Facts("5.2").FindMachine("q35")!.Name);
        Assert.Equal("pc-q35-11.1", Facts("11.1").FindMachine("q35")!.Name);
        Assert.Equal("virt-10.0", Facts("10.0", "aarch64").FindMachine("virt")!.Name);
        Assert.Contains("q35", Facts("7.2").MachineNames);
        Assert.Null(Facts("7.2").FindMachine("Q35"));
        Assert.Null(Facts("7.2").FindMachine("virt"));
    }

    [Fact]
    public void A_machine_type_has_what_qmp_tells()
    {
        Assert.Equal(
            new QemuMachine("pc-i440fx-7.2", IsDefault: true, IsDeprecated: false, 255, HotpluggableCpus: true, NumaMemSupported: false, "qemu64-x86_64-cpu"),
            Facts("7.2").FindMachine("pc"));
        Assert.True(Facts("11.1").FindMachine("pc-i440fx-7.2")!.IsDeprecated);
        Assert.Null(Facts("7.2", "i686").FindMachine("pc")!.MaxCpus);
        Assert.Equal("pc-i440fx-7.2", Assert.Single(Facts("7.2").Machines, m => m.IsDefault).Name);
    }

    [Fact]
    public void A_cpu_model_has_what_qmp_tells()
    {
        Assert.Equal(new QemuCpu("Nehalem-IBRS", "Nehalem-v2", IsDeprecated: false, MigrationSafe: true), Facts("7.2").FindCpu("Nehalem-IBRS"));
        Assert.False(Facts("7.2").FindCpu("host")!.MigrationSafe);
        Assert.True(Facts("10.0", "aarch64").FindCpu("pxa250")!.IsDeprecated);
        Assert.Null(Facts("10.0", "aarch64").FindCpu("max")!.MigrationSafe);
    }

    [Fact]
    public void The_first_version_is_that_of_the_facts()
    {
        Assert.Equal(new Version(10, 0, 0, 0), QemuFacts.FirstVersionWithMachine("pc-q35-9.0", "x86_64"));
        Assert.Equal(new Version(5, 2, 0, 0), QemuFacts.FirstVersionWithCpu("Nehalem", "x86_64"));
        Assert.Null(QemuFacts.FirstVersionWithMachine("pc-q35-1", "x86_64"));
        Assert.Equal(["5.2.0.0", "7.2.0.0", "10.0.0.0", "11.1.0.0"], QemuFacts.Versions("armv7l").Select(v => v.ToString()));
    }
}
