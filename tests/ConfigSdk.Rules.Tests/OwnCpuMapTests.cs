using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Tests;

/// <summary>Declarations are judged by the project's own CPU map where it has one.</summary>
public class OwnCpuMapTests
{
    private const string Custom = "nova = 31.0.0 | architecture = x86_64 | virt_type = kvm | cpu_mode = custom | cpu_models = ";

    private static readonly CpuMapData s_map = CpuMapXml.Read("cpu_map.xml", _ => """
        <cpus><arch name='x86'>
          <feature name='fpu'><cpuid eax_in='1' edx='1'/></feature>
          <model name='Nehalem'><feature name='fpu'/></model>
          <model name='House-v1'><feature name='fpu'/></model>
        </arch></cpus>
        """).Map!;

    private static FactCatalog With(string? libvirt) =>
        FactCatalog.Bundled.With(FactCatalog.Bundled.CpuMaps.With(libvirt is null ? null : VersionText.Parse(libvirt), s_map));

    [Theory]
    [InlineData("11.3", "11.3", "libvirt 11.3 (by the project's own map)")]
    [InlineData(null, "11.3", "libvirt 11.3 (by the project's own map)")]
    [InlineData(null, "99.0", "libvirt 99.0 (by the project's own map)")]
    [InlineData("11.3", "9.0", "libvirt 9.0")]
    [InlineData("11.4", "11.5", "libvirt 11.5 (by the map of 11.3)")]
    public void Messages_name_the_map(string? of, string libvirt, string name) =>
        Assert.Equal(name, Declared.Node($"libvirt = {libvirt} | architecture = x86_64", With(of)).Target.LibvirtName);

    [Theory]
    // The house's model is only in the project's map, EPYC in all but that.
    [InlineData("11.3", "11.3", "House-v1", "")]
    [InlineData("11.3", "11.3", "EPYC", "CPU model 'EPYC' is not in libvirt 11.3 (by the project's own map)'s map for x86_64; nova-compute would refuse to start")]
    [InlineData("11.3", "9.0", "EPYC", "")]
    [InlineData("11.3", "9.0", "House-v1", "CPU model 'House-v1' is not in libvirt 9.0's map for x86_64; nova-compute would refuse to start. It is first in libvirt 11.3.")]
    [InlineData(null, "9.0", "House-v1", "")]
    [InlineData(null, "9.0", "EPYC", "CPU model 'EPYC' is not in libvirt 9.0 (by the project's own map)'s map for x86_64; nova-compute would refuse to start")]
    // Of 99.0 the bundled maps know nothing for certain; the project's map does.
    [InlineData("11.3", "99.0", "Hous", "")]
    [InlineData(null, "99.0", "Hous", "CPU model 'Hous' is not in libvirt 99.0 (by the project's own map)'s map for x86_64; nova-compute would refuse to start")]
    // Between 11.3 and 12.8 the bundled maps speak, though the project has its own of 11.4.
    [InlineData("11.4", "11.3.5", "EPYC", "")]
    [InlineData("11.4", "11.3.5", "Nehalm", "CPU model 'Nehalm' is not in libvirt 11.3.5 (by the map of 11.3)'s map for x86_64; nova-compute would refuse to start. Did you mean 'Nehalem'?")]
    public void Models_are_judged_by_the_map_of_the_targets_libvirt(string? of, string libvirt, string model, string message) => Assert.Equal(
        message,
        string.Join("\n", Judged.Of(Declared.Node($"libvirt = {libvirt} | {Custom}{model}", With(of))).Where(f => f.Rule.Id != "NOVA5007").Select(f => f.Message)));

    [Fact]
    public void A_flag_that_only_the_projects_map_leaves_out_does_not_come_with_an_upgrade() => Assert.Equal(
        "CPU feature 'pcid' is not in libvirt 11.3 (by the project's own map)'s map for x86_64; nova-compute would refuse to start",
        Assert.Single(Judged.Of(Declared.Node($"libvirt = 11.3 | {Custom}Nehalem | cpu_model_extra_flags = pcid", With("11.3")))).Message);
}
