using ConfigSdk.Tests;

namespace ConfigSdk.Rules.Tests;

public class ConditionTests
{
    [Fact]
    public void Each_condition_has_who_finds_it_and_what_no_rule_finds_has_a_reason()
    {
        var ids = RuleCatalog.All.Select(r => r.Descriptor.Id).ToHashSet();
        Assert.Equal(211, Conditions.All.Select(c => c.Name).Distinct().Count());
        Assert.All(Conditions.All, c =>
        {
            Assert.True(c.By.Length > 0 && c.What.Length > 0, c.Name);
            Assert.All(c.By, b => Assert.True(ids.Contains(b) || Conditions.Others.ContainsKey(b) || IsCheck(b), $"{c.Name}: {b}"));
            Assert.True(c.By.Any(ids.Contains) || c.Why.Length > 0, $"{c.Name}: no rule finds it, and no reason is given");
        });
    }

    // Each check of preflight.sh is a file of its name.
    private static bool IsCheck(string by) => by.StartsWith(Conditions.Preflight, StringComparison.Ordinal)
        && File.Exists(Path.Combine(GeneratedDocument.Root, "src", "ConfigSdk.Bundles", "Artifacts", "Preflight", $"{by[Conditions.Preflight.Length..]}.sh"));

    [Fact]
    public void The_document_tells_them() => GeneratedDocument.SameAsGenerated("docs/rules/coverage.md", Conditions.Document());
}
