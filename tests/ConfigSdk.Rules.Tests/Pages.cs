using System.Globalization;
using System.Text;
using ConfigSdk.Tests;

namespace ConfigSdk.Rules.Tests;

/// <summary>The rules' pages under docs/rules.</summary>
internal static class Pages
{
    private static readonly string s_directory = Path.Combine(GeneratedDocument.Root, "docs", "rules");

    public static string Of(string id) => File.ReadAllText(Path.Combine(s_directory, id + ".md"));

    public static IEnumerable<string> Ids => Directory.GetFiles(s_directory, "NOVA*.md").Select(f => Path.GetFileNameWithoutExtension(f));

    public static string Index()
    {
        var text = new StringBuilder("# Rules\n\nThis table is generated from the rules' descriptors; run the tests of the rules with `UPDATE=1` to write it anew.\n\n");
        text.Append("[configsdk.editorconfig](configsdk.editorconfig) lists every id whose severity is yours to set, with its default, to copy from. ");
        text.Append("[coverage.md](coverage.md) lists what nova applies and which rule finds it, [evidence.md](evidence.md) what the real nova showed of each rule.\n\n");
        text.Append("| Id | What is found | Category | Severity |\n|---|---|---|---|\n");
        foreach (var d in RuleCatalog.Descriptors)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{d.Id}]({d.Id}.md) | {d.Title} | {d.Category} | {Severity(d)} |\n");
        }

        return text.ToString();
    }

    public static string Preset()
    {
        var text = new StringBuilder("# The default severity of every rule of ConfigSdk whose severity can be set. Generated from the rules' descriptors.\n\n[*.cs]\n");
        foreach (var d in RuleCatalog.Descriptors.Where(d => d.IsConfigurable))
        {
            var severity = d.Severity == RuleSeverity.Info ? "suggestion" : Severity(d);
            text.Append(CultureInfo.InvariantCulture, $"\n# {d.Id}: {d.Title}\ndotnet_diagnostic.{d.Id}.severity = {severity}\n");
        }

        return text.ToString();
    }

    public static string Severity(RuleDescriptor d) => d.Severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "information",
    };
}
