using CsCheck;

namespace ConfigSdk.Catalog.Tests;

public class SpellingTests
{
    private static readonly string[] s_models = [.. FactCatalog.Bundled.CpuMaps.For(new Version(11, 3, 0, 0), "x86_64")!.Models.Select(m => m.Name)];

    [Theory]
    [InlineData("Nehalm", "Nehalem")]
    [InlineData("Cascadelake_Server", "Cascadelake-Server")]
    [InlineData("skylake-server", "Skylake-Server")]
    [InlineData("Sandybrigde", "SandyBridge")]
    [InlineData("EPYCRome", "EPYC-Rome")]
    [InlineData("Zebra", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_offered(string written, string? expected) => Assert.Equal(expected, Spelling.Nearest(written, s_models));

    [Fact]
    public void Any_text_is_answered() => Gen.String.Sample(text =>
    {
        var near = Spelling.Nearest(text, s_models);
        Assert.True(near is null || s_models.Contains(near));
    });

    [Theory]
    [InlineData("cpu_model_extra_flags", "CpuModelExtraFlags")]
    [InlineData("host-model", "HostModel")]
    [InlineData("486", "_486")]
    [InlineData("sse4.1", "Sse4_1")]
    [InlineData("Skylake-Server-noTSX-IBRS", "SkylakeServerNoTSXIBRS")]
    [InlineData("POWER7+_v2.1", "POWER7PlusV2_1")]
    [InlineData("", "Empty")]
    public void Names_become_csharp_names(string name, string expected) => Assert.Equal(expected, CSharpNames.Pascal(name));
}
