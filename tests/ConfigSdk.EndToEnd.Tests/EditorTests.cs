using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>What editors and old tools do with a project.</summary>
public sealed class EditorTests(PackedSdk sdk)
{
    [Fact]
    public async Task A_design_time_build_writes_nothing()
    {
        var project = sdk.NewProject().Write("Nodes.cs", TestProject.FleetOf("n1"));
        (await project.RunAsync("restore")).Clean();

        var result = (await project.RunAsync(
            "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true")).Clean();

        Assert.Equal(0, result.Emissions);
        Assert.Empty(Bundles.Files(project.Output));
        Assert.DoesNotContain(Bundles.Files(project.Intermediate), f => f.Contains("configsdk.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_compiler_that_would_skip_the_rules_is_refused()
    {
        var project = sdk.NewProject().Write("Nodes.cs", TestProject.FleetOf("n1"));

        var result = (await project.BuildAsync("-p:CompilerApiVersion=roslyn4.7")).Failed();

        var said = Assert.Single(result.Diagnostics);
        Assert.Equal(("NOVA9010", "error", project.ProjectFile), (said.Id, said.Severity, said.File));
        Assert.Contains("4.7", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_names_no_framework_gets_the_newest()
    {
        var project = sdk.NewProject().Write("Nodes.csproj", $"""<Project Sdk="ConfigSdk/{sdk.Version}" />""").Write("Nodes.cs", TestProject.FleetOf("n1"));

        (await project.BuildAsync()).Clean();

        var framework = Assert.Single(Directory.GetDirectories(Path.Combine(project.Directory, "bin", "Debug")));
        Assert.True(File.Exists(Path.Combine(framework, "bundles", "fleet.json")));
    }
}
