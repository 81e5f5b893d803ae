using ConfigSdk.Tests;

namespace ConfigSdk.Rules.Tests;

public class ReleaseTrackingTests
{
    private const string Folder = "src/ConfigSdk.Analyzers/";

    [Fact]
    public void The_unshipped_rules_are_the_descriptors_that_no_release_had() => GeneratedDocument.SameAsGenerated(
        Folder + "AnalyzerReleases.Unshipped.md",
        ReleaseTracking.Unshipped(File.ReadAllText(Path.Combine(GeneratedDocument.Root, Folder, "AnalyzerReleases.Shipped.md")), RuleCatalog.Descriptors));

    [Fact]
    public void A_rule_that_is_new_gone_or_other_than_it_was_is_told()
    {
        var shipped = """
            ## Release 1.0

            ### New Rules

            Rule ID | Category | Severity | Notes
            --------|----------|----------|------
            NOVA1001 | ConfigSdk.Cpu | Error | Same
            NOVA1002 | ConfigSdk.Cpu | Error | Changed
            NOVA1003 | ConfigSdk.Cpu | Info | Changed once and again
            NOVA1004 | ConfigSdk.Cpu | Error | Gone
            NOVA1005 | ConfigSdk.Cpu | Error | Gone long ago

            ## Release 1.1

            ### Removed Rules

            Rule ID | Category | Severity | Notes
            --------|----------|----------|------
            NOVA1005 | ConfigSdk.Cpu | Error | Gone long ago

            ### Changed Rules

            Rule ID | New Category | New Severity | Old Category | Old Severity | Notes
            --------|--------------|--------------|--------------|--------------|------
            NOVA1003 | ConfigSdk.Cpu | Error | ConfigSdk.Cpu | Info | Changed once and again
            """;
        static RuleDescriptor Rule(string id, Consequence consequence, string title) => new(id, title, "x", consequence, "x.");

        Assert.Equal(
            """
            ; What the next release changes. Generated from the rules' descriptors by the tests of the rules (UPDATE=1 writes it anew).

            ### New Rules

            Rule ID | Category | Severity | Notes
            --------|----------|----------|------
            NOVA1006 | ConfigSdk.Cpu | Info | New

            ### Removed Rules

            Rule ID | Category | Severity | Notes
            --------|----------|----------|------
            NOVA1004 | ConfigSdk.Cpu | Error | Gone

            ### Changed Rules

            Rule ID | New Category | New Severity | Old Category | Old Severity | Notes
            --------|--------------|--------------|--------------|--------------|------
            NOVA1002 | ConfigSdk.Cpu | Warning | ConfigSdk.Cpu | Error | Changed
            NOVA1003 | ConfigSdk.Cpu | Warning | ConfigSdk.Cpu | Error | Changed once and again

            """,
            ReleaseTracking.Unshipped(shipped,
            [
                Rule("NOVA1001", Consequence.Refused, "Same"), Rule("NOVA1002", Consequence.Harmful, "Changed"),
                Rule("NOVA1003", Consequence.Harmful, "Changed once and again"), Rule("NOVA1006", Consequence.Notable, "New"),
            ]));
    }
}
