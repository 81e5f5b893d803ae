using System.Globalization;
using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.Analyzers.Tests.Soundness;
using ConfigSdk.Tests;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>
/// Half-typed and garbled declarations: no exception, no finding outside of the source, and an end. CONFIGSDK_MUTANTS says how many; some hundred if it
/// is not set.
/// </summary>
public class MutationTests
{
    private static readonly long s_mutants = long.TryParse(Environment.GetEnvironmentVariable("CONFIGSDK_MUTANTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var mutants) ? mutants : 150;

    // Each a project: the samples, and what the other tests of this project declare.
    private static readonly string[][] s_projects =
    [
        .. Directory.GetDirectories(Path.Combine(Repository, "samples")).Order(StringComparer.Ordinal)
            .Select(d => Directory.GetFiles(d, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray()).Where(p => p.Length > 0),
        .. Enumerable.Range(0, 8).Select(seed => new DeclarationWriter("C", new Random(seed), hides: true).Write(new RandomNode(new Random(seed)).Make())).Select(s => new[] { s.Main, s.Other }),
        .. Directory.GetFiles(Path.Combine(Repository, "tests", "ConfigSdk.Analyzers.Tests"), "*Tests.cs").Order(StringComparer.Ordinal).SelectMany(Declared).Select(text => new[] { text }),
    ];

    private static string Repository => typeof(MutationTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
        .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    [Fact]
    public async Task Garbled_declarations_do_no_harm()
    {
        foreach (var seed in Gen.Int.Draw((int)s_mutants))
        {
            var random = new Random(seed);
            var project = s_projects[random.Next(s_projects.Length)].ToArray();
            var file = random.Next(project.Length);
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                project[file] = Mutated(project[file], random);
            }

            // Fails by itself where the analyzer throws.
            var compilation = Compile.Of(project);
            var diagnostics = await Analyze.Diagnostics(compilation);
            foreach (var diagnostic in diagnostics)
            {
                Assert.True(diagnostic.Id is not "NOVA9007", $"{diagnostic}\n{project[file]}");
                Assert.All(diagnostic.AdditionalLocations.Prepend(diagnostic.Location), l =>
                    Assert.True(compilation.ContainsSyntaxTree(l.SourceTree) && l.SourceTree!.GetRoot().FullSpan.Contains(l.SourceSpan), $"{diagnostic}\n{project[file]}"));
            }
        }
    }

    [Fact]
    public void There_is_something_to_garble() => Assert.True(s_projects.Length > 20, $"{s_projects.Length} projects");

    private static string Mutated(string text, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(text, Compile.Parsing).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToArray();
        if (tokens.Length < 2)
        {
            return text;
        }

        var (one, other) = (tokens[random.Next(tokens.Length)].Span, tokens[random.Next(tokens.Length)].Span);
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        string Of(Microsoft.CodeAnalysis.Text.TextSpan span) => text.Substring(span.Start, span.Length);
        return random.Next(6) switch
        {
            0 => text.Remove(one.Start, one.Length),
            1 => text.Insert(one.End, " " + Of(one)),
            2 when first != second => text[..first.Start] + Of(second) + text[first.End..second.Start] + Of(first) + text[second.End..],
            3 => text[..one.End],
            4 => text.Remove(one.Start, one.Length).Insert(one.Start, Of(other)),
            _ => text.Remove(first.Start, Math.Min(second.End - first.Start, random.Next(1, 60))),
        };
    }

    /// <summary>The declarations in a test's source: its long string literals.</summary>
    private static IEnumerable<string> Declared(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Compile.Parsing).GetRoot().DescendantTokens()
        .Where(t => t.Value is string { Length: > 200 } text && text.Contains("class ", StringComparison.Ordinal)).Select(t => (string)t.Value!);
}
