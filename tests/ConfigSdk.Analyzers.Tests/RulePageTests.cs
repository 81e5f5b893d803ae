using System.Reflection;
using System.Text.RegularExpressions;
using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>The rules' pages tell the truth: what they call wrong is found, by that id alone, and what they call right is not.</summary>
public partial class RulePageTests
{
    private static readonly string s_docs = Path.Combine(
        typeof(RulePageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "docs");

    private static readonly string s_pages = Path.Combine(s_docs, "rules");

    /// <summary>The pages that show code; those of the SDK's own ids do not.</summary>
    public static TheoryData<string> Ids => [.. Directory.EnumerateFiles(s_pages, "NOVA*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Where(i => i[4] != '9').Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Ids))]
    public async Task Wrong_is_found_and_right_is_not(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(s_pages, id + ".md"));
        var blocks = Code().Matches(page).Select(m => m.Groups[1].Value).ToArray();
        var trial = Trial().Match(page) is { Success: true } match ? match.Groups[1].Value : "";
        // What is worth knowing of an example besides is not the page's matter.
        Assert.Equal([id], (await Judge(blocks[0], trial)).Where(i => i == id || !IsNote(i)).Distinct());
        Assert.Equal([], (await Judge(blocks[1], trial)).Where(i => i == id || !IsNote(i)));
    }

    private static bool IsNote(string id) => RuleCatalog.Descriptors.Single(d => d.Id == id).Severity == RuleSeverity.Info;

    [Fact]
    public async Task The_guides_fleet_is_right()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(s_docs, "guide.md"));
        Assert.Empty(await Judge(Code().Matches(guide).Select(m => m.Groups[1].Value).Single(c => c.StartsWith("sealed class", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_guides_settings_are_right()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(s_docs, "guide.md"));
        var settings = Code().Matches(guide).Select(m => m.Groups[1].Value).Where(c => c.StartsWith("Nova = ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, settings.Length);
        foreach (var setting in settings)
        {
            Assert.Empty(await Judge($"static class Guide {{ static readonly NodeProfile It = new() {{ Target = Target.Debian13, {setting} }}; }}"));
        }
    }

    [Fact]
    public async Task The_guides_host_is_right()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(s_docs, "guide.md"));
        var code = Code().Matches(guide).Select(m => m.Groups[1].Value).ToArray();
        string[] hosts =
        [
            code.Single(c => c.StartsWith("Host = ", StringComparison.Ordinal)),
            .. new[] { "Sysctl = ", "Kernel = " }.Select(p => $"Host = new() {{ {code.Single(c => c.StartsWith(p, StringComparison.Ordinal))} }}"),
        ];
        foreach (var host in hosts)
        {
            Assert.Empty(await Judge($"static class Guide {{ static readonly NodeProfile It = new() {{ Target = Target.Debian13, {host} }}; }}"));
        }
    }

    private static async Task<IEnumerable<string>> Judge(string code, string trial = "")
    {
        var compilation = Compile.Of(code);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var found = (await Analyze.Diagnostics(compilation, new AnalyzerOptions([], new BuildProperty("NovaRelease", trial)))).Select(d => d.Id);
        return trial.Length == 0 ? found : found.Concat(JudgeAsTheBuildDoes(code, trial));
    }

    /// <summary>What only the build finds, which has the fleet's objects.</summary>
    private static IEnumerable<string> JudgeAsTheBuildDoes(string code, string trial)
    {
        var fleet = (Fleet)Compile.Run(Compile.Of(code, "public static class Made { public static Fleet Rack => new Rack(); }"), "Made", "Rack")!;
        return RuleCatalog.Judge(FleetFacts.Read(RuntimeReader.Read(fleet.Nodes), RuntimeReader.Read(fleet.Images), FactCatalog.Bundled.For(Release.Parse(trial))))
            .Where(f => f.Rule.IsBuildOnly).Select(f => f.Rule.Id);
    }

    /// <summary>A page of a rule that only speaks in a trial names the release that is tried.</summary>
    [GeneratedRegex("-p:NovaRelease=(\\w+)")]
    private static partial Regex Trial();

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
