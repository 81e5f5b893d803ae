using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Tests;

public sealed class SourcesTests
{
    [Fact]
    public void Every_fact_file_has_a_source()
    {
        var files = typeof(FactSource).Assembly.GetManifestResourceNames().Select(n => n.Replace(".tsv", "")).Except(["sources"]).ToHashSet();
        Assert.Equal(files, FactSource.All.Select(p => p.FactSet).ToHashSet());
    }

    [Fact]
    public void Each_source_says_what_was_read_of_which_versions_and_when() => Assert.All(FactSource.All, p =>
    {
        Assert.NotEqual("", p.Versions);
        Assert.NotEqual("", p.Source);
        Assert.Matches(@"^20\d\d-\d\d(-\d\d)?$", p.Collected);
    });
}
