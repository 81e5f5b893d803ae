namespace ConfigSdk.Catalog.Tests;

public class CpuMapTests
{
    private static CpuMap Map(string libvirt) => FactCatalog.Bundled.CpuMaps.For(VersionText.Parse(libvirt)!, "x86_64")!;

    // Counts as `virsh cpu-models x86_64` of Debian's packages prints them.
    [Theory]
    [InlineData("7.0.0", 57)]
    [InlineData("9.0.0", 58)]
    [InlineData("11.3.0", 150)]
    [InlineData("12.8.0", 176)]
    [InlineData("1.2.2", 27)]
    public void A_version_has_the_models_that_its_libvirt_lists(string libvirt, int models) =>
        Assert.Equal(models, Map(libvirt).Models.Count);

    [Fact]
    public void A_version_that_is_not_bundled_reads_the_nearest_older_map()
    {
        Assert.Equal(new Version(8, 1, 0, 0), Map("8.6").Version);
        Assert.Equal(new Version(12, 8, 0, 0), Map("99.0").Version);
        Assert.Null(FactCatalog.Bundled.CpuMaps.For(new Version(0, 5, 0, 0), "x86_64"));
    }

    [Fact]
    public void Vendor_and_features_come_from_the_base_where_a_model_has_none_of_its_own()
    {
        var nehalem = Map("1.2.2").Find("Nehalem")!;
        Assert.Equal("Penryn", nehalem.Base!.Name);
        Assert.Equal("Intel", nehalem.Vendor);
        Assert.Contains("sse4.2", nehalem.Features);
        Assert.Contains("fpu", nehalem.Features);
        Assert.Equal(Map("11.3").Find("EPYC")!.Features, Map("11.3").Find("EPYC-v1")!.Features);
        Assert.Equal("AMD", Map("11.3").Find("EPYC-v1")!.Vendor);
        Assert.Null(Map("11.3").Find("qemu64")!.Vendor);
    }

    [Fact]
    public void Names_are_found_in_any_case_as_nova_does()
    {
        Assert.Null(Map("11.3").Find("nehalem"));
        Assert.Equal("Nehalem", Map("11.3").FindInAnyCase("nehalem")!.Name);
    }

    [Fact]
    public void Features_are_known_by_libvirts_name_and_aliases_lead_to_it()
    {
        Assert.True(Map("11.3").HasFeature("sse4.1"));
        Assert.False(Map("11.3").HasFeature("sse4_1"));
        Assert.Equal("sse4.1", Map("11.3").FeatureOfAlias("sse4_1"));
        Assert.Equal("pclmuldq", Map("11.3").FeatureOfAlias("pclmulqdq"));
    }

    [Fact]
    public void First_versions_are_told()
    {
        Assert.Equal(new Version(9, 8, 0, 0), FactCatalog.Bundled.CpuMaps.FirstVersionWithModel("EPYC-Genoa", "x86_64"));
        Assert.Null(FactCatalog.Bundled.CpuMaps.FirstVersionWithModel("Nehalm", "x86_64"));
    }

    [Fact]
    public void Libvirt_has_no_model_names_for_aarch64() => Assert.Null(FactCatalog.Bundled.CpuMaps.For(new Version(11, 3, 0, 0), "aarch64"));
}
