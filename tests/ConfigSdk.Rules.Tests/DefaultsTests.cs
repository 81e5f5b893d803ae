using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Tests;

/// <summary>Whoever writes options with the values that they have anyway has made no mistake.</summary>
public class DefaultsTests
{
    public static TheoryData<string> Releases => [.. Release.All.Select(r => r.Tag)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void An_option_at_its_default_is_no_mistake(string release) => Assert.All(Defaults(release), d => HasNoFinding(release, d));

    [Theory]
    [MemberData(nameof(Releases))]
    public void All_options_at_their_defaults_are_no_mistake(string release) => HasNoFinding(release, string.Join(" | ", Defaults(release)));

    private static IEnumerable<string> Defaults(string release) =>
        from option in FactCatalog.Bundled.Options.All
        where option.IsTyped && option.In(Release.Parse(release)) is { Default.Length: > 0, IsSecret: false }
        select $"{option.Name.Group}.{option.Name.Option} = {option.In(Release.Parse(release))!.Default}";

    private static void HasNoFinding(string release, string settings)
    {
        // NOVA4021: whose option it is does not depend on its value.
        var found = Judged.Of(Declared.Node($"nova = {release} | {settings}")).Where(f => f.Rule.Id != "NOVA4021").Select(f => $"{f.Rule.Id}: {f.Message}");
        Assert.Equal("", string.Join('\n', found));
    }
}
