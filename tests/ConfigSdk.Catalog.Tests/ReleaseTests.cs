namespace ConfigSdk.Catalog.Tests;

public class ReleaseTests
{
    [Theory]
    [InlineData("2014.1", "nova 2014.1 (Icehouse)")]
    [InlineData("20.0.0", "nova 20.0.0 (Train)")]
    [InlineData("31.0.0", "nova 31.0.0 (2025.1 Epoxy)")]
    [InlineData("34.0.0", "nova 34.0.0 (2026.2)")]
    public void A_release_is_displayed_by_tag_and_name(string tag, string name) => Assert.Equal(name, Release.Parse(tag).DisplayName);
}
