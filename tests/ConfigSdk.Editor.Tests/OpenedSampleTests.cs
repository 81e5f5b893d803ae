using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Editor.Tests;

/// <summary>The samples, opened as editors open projects: a design-time build, the analyzers from the project, documents in memory.</summary>
public sealed class OpenedSampleTests(OpenedSampleTests.Opened opened) : IClassFixture<OpenedSampleTests.Opened>
{
    private static readonly string s_repository =
        typeof(OpenedSampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

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

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var analyzers = project.AnalyzerReferences.Where(r => r.Display?.StartsWith("ConfigSdk", StringComparison.Ordinal) == true)
            .SelectMany(r => r.GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
        Assert.NotEmpty(analyzers);
        return await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>The samples' tools, built once.</summary>
    public sealed class Opened : IAsyncLifetime
    {
        private MSBuildWorkspace _workspace = null!;

        public async ValueTask InitializeAsync()
        {
            // An editor restores, and the repository's analyzers have to be there to be loaded.
            foreach (var sample in new[] { "OneNode", "Fleet", "InvalidOnPurpose", "InvalidAtBuild" })
            {
                await RunAsync("restore", Path.Combine(s_repository, "samples", sample));
            }

            await RunAsync("build", Path.Combine(s_repository, "samples", "OneNode"), "--no-restore");
            _workspace = MSBuildWorkspace.Create();
        }

        internal async Task<Project> OpenAsync(string sample)
        {
            var path = Path.Combine(s_repository, "samples", sample, sample + ".csproj");
            return _workspace.CurrentSolution.Projects.FirstOrDefault(p => p.FilePath == path) ?? await _workspace.OpenProjectAsync(path);
        }

        public ValueTask DisposeAsync()
        {
            _workspace.Dispose();
            return ValueTask.CompletedTask;
        }

        private static async Task RunAsync(params string[] arguments)
        {
            using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
            var output = await dotnet.StandardOutput.ReadToEndAsync();
            await dotnet.WaitForExitAsync();
            Assert.True(dotnet.ExitCode == 0, output);
        }
    }
}
