using System.Collections.Immutable;
using System.Globalization;
using ConfigSdk.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Analyzers.Tests.Helpers;

/// <summary>
/// Applies fixes to findings that are made up, so that each kind of edit is tested whatever rules there are. The value that is wrong stands
/// between <c>⟦</c> and <c>⟧</c>; where there are several, each has a finding of its own. What else has a part in it stands between <c>⟨</c> and <c>⟩</c>.
/// </summary>
internal static class FixUnder
{
#pragma warning disable RS2008 // it is never released
    private static readonly DiagnosticDescriptor s_descriptor = new("NOVA0001", "Made up", "Made up", "Tests", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS2008

    /// <summary>Every fix that is offered for the only finding: its title, and the text after it.</summary>
    public static async Task<IReadOnlyList<(string Title, string After)>> Each<TFix>(string before, params (string Key, string Value)[] told)
        where TFix : EditingFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var (document, findings) = await Open(workspace, before, told);
        var offered = new List<CodeAction>();
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, Assert.Single(findings), (action, _) => offered.Add(action), TestContext.Current.CancellationToken));
        var results = new List<(string, string)>();
        foreach (var action in offered)
        {
            results.Add((action.Title, await After(document, action)));
        }

        return results;
    }

    /// <summary>The text after Fix All.</summary>
    public static async Task<string> All<TFix>(string before, string equivalenceKey, params (string Key, string Value)[] told)
        where TFix : EditingFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var (document, findings) = await Open(workspace, before, told);
        var provider = new TFix();
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, equivalenceKey, ["NOVA0001"], new Found(findings), TestContext.Current.CancellationToken);
        return await After(document, (await provider.GetFixAllProvider().GetFixAsync(context))!);
    }

    private static async Task<(Document Document, ImmutableArray<Diagnostic> Findings)> Open(AdhocWorkspace workspace, string marked, (string Key, string Value)[] told)
    {
        var text = new System.Text.StringBuilder();
        List<TextSpan> wrong = [], involved = [];
        var starts = new Stack<int>();
        foreach (var c in marked)
        {
            switch (c)
            {
                case '⟦' or '⟨':
                    starts.Push(text.Length);
                    break;
                case '⟧' or '⟩':
                    (c == '⟧' ? wrong : involved).Add(TextSpan.FromBounds(starts.Pop(), text.Length));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Nodes", "Nodes", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: Compile.Parsing, metadataReferences: [.. Compile.Framework, Compile.Model]));
        var document = project.AddDocument("Nodes.cs", text.ToString());
        await Compiles(document);
        var tree = (await document.GetSyntaxTreeAsync())!;
        var others = involved.Select(s => Location.Create(tree, s)).ToArray();
        return (document,
        [
            .. wrong.OrderBy(s => s.Start).Select((s, i) => Diagnostic.Create(
                s_descriptor, Location.Create(tree, s), others,
                told.ToImmutableDictionary(t => t.Key, t => (string?)t.Value.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))),
        ]);
    }

    private static async Task<string> After(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        await Compiles(changed);
        return (await changed.GetTextAsync()).ToString();
    }

    private static async Task Compiles(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d + "\n" + d.Location.SourceTree));
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
