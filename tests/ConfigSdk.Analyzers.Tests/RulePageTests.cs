using System.Reflection;
using System.Text.RegularExpressions;
using ConfigSdk.Analyzers.Tests.Helpers;
using Microsoft.CodeAnalysis;

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
        var blocks = Code().Matches(await File.ReadAllTextAsync(Path.Combine(s_pages, id + ".md"))).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal([id], (await Judge(blocks[0])).Distinct());
        Assert.Empty(await Judge(blocks[1]));
    }

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
        Assert.Equal(2, settings.Length);
        foreach (var setting in settings)
        {
            Assert.Empty(await Judge($"static class Guide {{ static readonly NodeProfile It = new() {{ Target = Target.Debian13, {setting} }}; }}"));
        }
    }

    private static async Task<IEnumerable<string>> Judge(string code)
    {
        var compilation = Compile.Of(code);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return (await Analyze.Diagnostics(compilation)).Select(d => d.Id);
    }

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
