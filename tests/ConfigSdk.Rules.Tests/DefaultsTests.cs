using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Tests;

/// <summary>Whoever writes an option with the value that it has anyway has made no mistake.</summary>
public class DefaultsTests
{
    public static TheoryData<string> Releases => [.. Release.All.Select(r => r.Tag)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void An_option_at_its_default_is_no_mistake(string release)
    {
        var nova = Release.Parse(release);
        var found = new List<string>();
        foreach (var option in FactCatalog.Bundled.Options.All.Where(o => o.IsTyped))
        {
            if (option.In(nova) is { Default: { Length: > 0 } text, IsSecret: false })
            {
                // Whose option it is does not depend on its value.
                found.AddRange(Judged.Of(Declared.Node($"nova = {release} | {option.Name.Group}.{option.Name.Option} = {text}")).Where(f => f.Rule.Id != "NOVA4021").Select(f => $"{f.Rule.Id}\t{option.Name} = {text}: {f.Message}"));
            }
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }
}
