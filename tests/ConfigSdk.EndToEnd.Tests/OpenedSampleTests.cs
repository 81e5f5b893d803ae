using System.Collections.Immutable;
using System.Text;
using ConfigSdk.EndToEnd.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>The samples, opened as editors open projects: a design-time build, the analyzers from the project, documents in memory.</summary>
[Collection(InPlace.Name)]
public sealed class OpenedSampleTests(OpenedSampleTests.Opened opened) : IClassFixture<OpenedSampleTests.Opened>
{
    /// <summary>Each expected id at its line and column, with its message.</summary>
    [Fact]
    public async Task Every_mistake_is_underlined_where_it_is()
    {
        var project = await opened.OpenAsync("InvalidOnPurpose");
        var shown = new List<string>();
        foreach (var d in (await DiagnosticsAsync(project)).OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start))
        {
            var place = d.Location.GetLineSpan();
            var text = (await d.Location.SourceTree!.GetTextAsync()).ToString(d.Location.SourceSpan);
            shown.Add($"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}\n    {text.Split('\n')[0]}\n");
        }

        await Verifier.Verify(string.Concat(shown));
    }

    [Theory]
    [InlineData("OneNode")]
    [InlineData("Fleet")]
    [InlineData("InvalidAtBuild")]
    public async Task What_is_right_or_not_certain_is_not_underlined(string sample) =>
        Assert.Empty(await DiagnosticsAsync(await opened.OpenAsync(sample)));

    [Fact]
    public async Task A_mistake_is_underlined_while_it_is_typed()
    {
        var project = await opened.OpenAsync("OneNode");
        var document = project.Documents.Single(d => d.Name == "Nodes.cs");
        var text = (await document.GetTextAsync()).ToString();
        var edited = document.WithText(SourceText.From(text.Replace("CpuModel.Nehalem", "\"Nehalm\"", StringComparison.Ordinal), Encoding.UTF8)).Project;

        var diagnostics = await DiagnosticsAsync(edited);

        // The profile names no target: each node that does is where the model is known to be wrong, and the model is named beside it.
        Assert.Equal([("NOVA1003", "new("), ("NOVA1003", "new(")], diagnostics.Select(d => (d.Id, Text(d.Location)[..4])));
        Assert.All(diagnostics, d => Assert.Contains("\"Nehalm\"", d.AdditionalLocations.Select(Text)));

        static string Text(Location place) => place.SourceTree!.GetText().ToString(place.SourceSpan);
    }

    /// <summary>What an editor offers at the caret, which stands where the bar is.</summary>
    [Theory]
    [InlineData("CpuModels = [CpuModel.|]", "CascadelakeServerNoTSX", "EPYCRome", "Nehalem", "NehalemIBRS")]
    [InlineData("CpuMode = CpuMode.|", "Custom", "HostModel", "HostPassthrough", "None")]
    [InlineData("|", "CpuMode", "CpuModelExtraFlags", "VirtType")]
    public async Task Names_are_offered_while_one_types(string typed, params string[] offered)
    {
        var project = await opened.OpenAsync("OneNode");
        var source = $$"""static class Typed { static readonly NodeProfile Kvm = new() { Nova = new() { Libvirt = new() { {{typed}} } } }; }""";
        var caret = source.IndexOf('|', StringComparison.Ordinal);
        var document = project.AddDocument("Typed.cs", source.Remove(caret, 1));

        var completions = await CompletionService.GetService(document)!.GetCompletionsAsync(document, caret, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(offered.Except(completions.ItemsList.Select(i => i.DisplayText)));
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var analyzers = project.AnalyzerReferences.Where(r => r.Display?.StartsWith("ConfigSdk", StringComparison.Ordinal) == true)
            .SelectMany(r => r.GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
        Assert.NotEmpty(analyzers);
        var all = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        // What is noted for the build alone has no place.
        return [.. all.Where(d => d.Location.IsInSource)];
    }

    /// <summary>The samples, restored, with the repository's analyzers built so that they can be loaded.</summary>
    public sealed class Opened(PackedSdk sdk) : IAsyncLifetime
    {
        private readonly MSBuildWorkspace _workspace = MSBuildWorkspace.Create();

        public async ValueTask InitializeAsync()
        {
            var logs = sdk.NewDirectory("logs");
            (await sdk.BuildInRepositoryAsync("OneNode", logs)).Clean();
            foreach (var sample in new[] { "Fleet", "InvalidOnPurpose", "InvalidAtBuild" })
            {
                (await sdk.RestoreInRepositoryAsync(sample, logs)).Clean();
            }
        }

        public ValueTask DisposeAsync()
        {
            _workspace.Dispose();
            return ValueTask.CompletedTask;
        }

        internal async Task<Project> OpenAsync(string sample)
        {
            var path = Path.Combine(PackedSdk.Repository, "samples", sample, sample + ".csproj");
            return _workspace.CurrentSolution.Projects.FirstOrDefault(p => p.FilePath == path) ?? await _workspace.OpenProjectAsync(path);
        }
    }
}

/// <summary>Tests that build samples where they stand, which only one may do at a time.</summary>
[CollectionDefinition(Name)]
public sealed class InPlace
{
    public const string Name = "Samples in place";
}
