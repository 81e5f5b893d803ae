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

    [Fact]
    public void A_version_may_be_written_short() => Assert.Equal(new Version(9, 0, 0, 0), FactCatalog.Bundled.CpuMaps.For(new Version(9, 0), "x86_64")!.Version);

    [Fact]
    public void Last_versions_are_told()
    {
        var maps = FactCatalog.Bundled.CpuMaps;
        Assert.Equal(new Version(1, 2, 18, 0), maps.LastVersionWithModel("POWER7_v2.1", "ppc64le"));
        Assert.Equal(new Version(1, 0, 0, 0), maps.FirstVersionWithModel("POWER7_v2.1", "ppc64le"));
        Assert.Equal(maps.Versions[^1], maps.LastVersionWithFeature("monitor", "x86_64"));
        Assert.Equal(new Version(0, 9, 9, 0), maps.FirstVersionWithFeature("avx", "x86_64"));
        Assert.Null(maps.LastVersionWithFeature("sse4_1", "x86_64"));
    }

    [Fact]
    public void Vendors_have_the_string_by_which_a_CPU_names_them()
    {
        Assert.Equal("GenuineIntel", Map("11.3").FindVendor("Intel")!.Id);
        Assert.Equal("0x41", FactCatalog.Bundled.CpuMaps.Of(new Version(11, 3), "arm")!.FindVendor("ARM")!.Id);
        Assert.Null(FactCatalog.Bundled.CpuMaps.Of(new Version(12, 8), "ppc64")!.FindVendor("Freescale")!.Id);
        Assert.Null(Map("11.3").FindVendor("intel"));
    }

    [Fact]
    public void Features_have_bits_and_aliases()
    {
        var aes = Map("11.3").FindFeature("aes")!;
        Assert.Equal([new CpuFeatureBits("cpuid", 1, 0, "ecx", 0x2000000)], aes.Bits);
        Assert.True(aes.IsMigratable);
        Assert.False(Map("11.3").FindFeature("invtsc")!.IsMigratable);
        Assert.Equal([new CpuFeatureBits("msr", 0x48b, 0, "edx", 2)], Map("12.8").FindFeature("vmx-ept")!.Bits);
        Assert.Equal([new CpuFeatureAlias("sse4-1", "qemu"), new CpuFeatureAlias("sse4_1", "qemu")], Map("11.3").FindFeature("sse4.1")!.Aliases);
        Assert.Empty(FactCatalog.Bundled.CpuMaps.Of(new Version(11, 3), "arm")!.FindFeature("pauth")!.Bits);
    }

    [Fact]
    public void Models_say_what_libvirt_may_use_them_for()
    {
        var rhel = Map("12.8").Find("cpu64-rhel6")!;
        Assert.False(rhel.DecodesHost);
        Assert.False(rhel.DecodesGuest);
        Assert.True(Map("12.8").Find("EPYC-v1")!.DecodesHost);
        Assert.False(Map("12.8").Find("EPYC-v1")!.DecodesGuest);
        Assert.True(Map("1.2.2").Find("Nehalem")!.DecodesGuest);
        Assert.True(Map("12.8").Find("EPYC")!.IsCheckedByMap);
        Assert.False(Map("12.8").Find("EPYC-v1")!.IsCheckedByMap);
        Assert.Equal("EPYC-v1", Map("12.8").Find("EPYC")!.CanonicalName);
        Assert.Null(Map("12.8").Find("EPYC-v1")!.CanonicalName);
    }

    [Fact]
    public void Models_have_signatures_of_their_own_or_the_bases()
    {
        Assert.Equal([new CpuSignature(6, 85, "0-4")], Map("12.8").Find("Skylake-Server")!.Signatures);
        Assert.Equal(Map("12.8").Find("Skylake-Server")!.Signatures, Map("12.8").Find("Skylake-Server-v1")!.Signatures);
        Assert.Equal([new CpuPvr(0x3f0000, 0xffff0000), new CpuPvr(0x4a0000, 0xffff0000)], FactCatalog.Bundled.CpuMaps.For(new Version(12, 8), "ppc64le")!.Find("POWER7")!.Pvrs);
        Assert.Equal([new CpuPvr(0xd0c, null)], FactCatalog.Bundled.CpuMaps.Of(new Version(12, 8), "arm")!.Find("Neoverse-N1")!.Pvrs);
    }

    [Fact]
    public void A_models_removed_features_are_not_among_its_features()
    {
        var epyc = Map("12.8").Find("EPYC")!;
        Assert.Equal(["monitor"], epyc.RemovedFeatures);
        Assert.DoesNotContain("monitor", epyc.Features);
        Assert.Contains("monitor", Map("5.6").Find("EPYC")!.Features);
        Assert.Contains("vmx-ept", Map("10.4").Find("Nehalem")!.AddedFeatures);
        Assert.DoesNotContain("vmx-ept", Map("10.4").Find("Nehalem")!.Features);
    }

    /// <summary>The counts were taken from libvirt's files, not from the fact file.</summary>
    [Fact]
    public void Every_version_has_as_many_vendors_features_and_models_as_libvirts_own_map()
    {
        var maps = FactCatalog.Bundled.CpuMaps;
        string[] columns = ["x86_vendors", "x86_features", "x86_models", "x86_decode_host_off", "x86_decode_guest_off", "removed", "added", "ppc64_models", "arm_features", "arm_models"];
        var counted = maps.Versions.Select(v => string.Join('\t', [v.ToString(3), .. columns.Select(c => Count(c, v))]));
        Assert.Equal(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "cpu-map-counts.tsv")), counted.Prepend("version\t" + string.Join('\t', columns)));

        int Count(string column, Version version)
        {
            var (x86, ppc64, arm) = (maps.Of(version, "x86")!, maps.Of(version, "ppc64"), maps.Of(version, "arm"));
            return column switch
            {
                "x86_vendors" => x86.Vendors.Count,
                "x86_features" => x86.Features.Count,
                "x86_models" => x86.Models.Count,
                "x86_decode_host_off" => x86.Models.Count(m => !m.DecodesHost),
                "x86_decode_guest_off" => x86.Models.Count(m => !m.DecodesGuest),
                "removed" => x86.Models.Sum(m => m.RemovedFeatures.Count),
                "added" => x86.Models.Sum(m => m.AddedFeatures.Count),
                "ppc64_models" => ppc64?.Models.Count ?? 0,
                "arm_features" => arm?.Features.Count ?? 0,
                "arm_models" => arm?.Models.Count ?? 0,
                _ => throw new ArgumentException(column),
            };
        }
    }
}
