using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Analyzers.Tests.Helpers;

/// <summary>Runs the analyzer over marked source: <c>{|NOVA1003:"Nehalm"|}</c> says which diagnostic is where, and nothing else may be reported.</summary>
internal static partial class Analyze
{
    public static Task Marked(params string[] files) => Marked(c => c, files);

    public static async Task Marked(Func<CSharpCompilation, CSharpCompilation> configure, params string[] files)
    {
        var parsed = files.Select(Parse).ToArray();
        var compilation = configure(Compile.Of([.. parsed.Select(p => p.Text)]));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var trees = compilation.SyntaxTrees.ToArray();
        var expected = parsed.SelectMany((p, i) => p.Spans.Select(s => Describe(s.Id, trees[i], new TextSpan(s.Span.Start + Compile.Usings.Length, s.Span.Length))));
        var actual = (await Diagnostics(compilation)).Select(d => Describe(d.Id, d.Location.SourceTree!, d.Location.SourceSpan));
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    /// <summary>All diagnostics that have a place; what is noted for the build alone has none.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Diagnostics(Compilation compilation, AnalyzerOptions? options = null)
    {
        var analysis = new CompilationWithAnalyzersOptions(
            options ?? new AnalyzerOptions([]), (e, _, _) => Assert.Fail(e.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var all = await compilation.WithAnalyzers([new ComputeNodeAnalyzer()], analysis).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. all.Where(d => d.Location != Location.None)];
    }

    private static string Describe(string id, SyntaxTree tree, TextSpan span) => $"{tree.FilePath}{tree.GetLineSpan(span).StartLinePosition}: {id} {tree.GetText().ToString(span)}";

    private static (string Text, List<(string Id, TextSpan Span)> Spans) Parse(string marked)
    {
        var text = new System.Text.StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var spans = new List<(string, TextSpan)>();
        var at = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, at, mark.Index - at);
            at = mark.Index + mark.Length;
            if (mark.Groups[1].Success)
            {
                open.Push((mark.Groups[1].Value, text.Length));
            }
            else
            {
                var (id, start) = open.Pop();
                spans.Add((id, TextSpan.FromBounds(start, text.Length)));
            }
        }

        return (text.Append(marked, at, marked.Length - at).ToString(), spans);
    }

    [GeneratedRegex(@"\{\|(NOVA\d+):|\|\}")]
    private static partial Regex Mark();
}
