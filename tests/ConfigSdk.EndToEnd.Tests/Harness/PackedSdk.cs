using System.Globalization;
using System.Reflection;
using ConfigSdk.EndToEnd.Tests.Harness;

[assembly: AssemblyFixture(typeof(PackedSdk))]

namespace ConfigSdk.EndToEnd.Tests.Harness;

/// <summary>
/// The package as users get it: packed once a run under a version of its own, in a folder that is its feed, with packages of its
/// own beside it, in a directory where nothing of this repository is seen. The directory stays if the environment variable
/// CONFIGSDK_KEEP is set.
/// </summary>
public sealed class PackedSdk : IAsyncLifetime
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "configsdk-" + Path.GetRandomFileName());
    private int _directories;

    /// <summary>The repository.</summary>
    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>Debug or Release, as the tests were built.</summary>
    public static string Configuration { get; } = typeof(PackedSdk).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>The package's version.</summary>
    public string Version { get; } = "1.0.0-t." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>The folder from which projects take their packages.</summary>
    internal string Feed => Path.Combine(_root, "feed");

    private Dictionary<string, string> UserEnvironment => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(_root, "packages"),
        // A compiler that stays warm takes a fifth of the time. It is these tests' own: a compiler server remembers where it saw an
        // assembly of a name, and everybody else's would look for ours here when this directory is gone.
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = Path.GetFileName(_root) + "-compiler",
    };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(Path.Combine(_root, file), "<Project />");
        }

        await File.WriteAllTextAsync(Path.Combine(_root, ".editorconfig"), "root = true\n");
        await File.WriteAllTextAsync(Path.Combine(_root, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
              {MachinePackages()}
            </configuration>
            """);

        var (exitCode, output) = await DotNet.RunAsync(
            Repository, new Dictionary<string, string>(),
            "pack", Path.Combine("sdk", "ConfigSdk.Package"), "--no-build", "-c", Configuration, $"-p:PackageVersion={Version}", "-o", Feed);
        Assert.True(exitCode == 0, output);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable("CONFIGSDK_KEEP") is null or "")
        {
            Directory.Delete(_root, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A directory that nobody has used.</summary>
    internal string NewDirectory(string name = "project") =>
        Directory.CreateDirectory(Path.Combine(_root, name + Interlocked.Increment(ref _directories).ToString(CultureInfo.InvariantCulture))).FullName;

    /// <summary>A project that nobody has used.</summary>
    internal TestProject NewProject(string properties = "") => new(this, NewDirectory(), properties: properties);

    /// <summary>A sample's copy, with nothing changed but the version that it asks for.</summary>
    internal TestProject CopySample(string name, string directory)
    {
        var project = new TestProject(this, Path.Combine(directory, name), name);
        var source = Path.Combine(Repository, "samples", name);
        foreach (var file in Directory.EnumerateFiles(source, "*.cs"))
        {
            File.Copy(file, Path.Combine(project.Directory, Path.GetFileName(file)));
        }

        var text = File.ReadAllText(Path.Combine(source, name + ".csproj"));
        return project.Write(name + ".csproj", text.Replace("ConfigSdk/1.0.0", $"ConfigSdk/{Version}", StringComparison.Ordinal));
    }

    /// <summary>Builds several projects at once.</summary>
    internal Task<BuildResult> BuildAllAsync(string directory, IEnumerable<TestProject> projects, IReadOnlyDictionary<string, string>? environment = null)
    {
        var solution = Path.Combine(directory, "All.slnx");
        File.WriteAllLines(solution,
        [
            "<Solution>",
            .. projects.Select(p => $"""  <Project Path="{Path.GetRelativePath(directory, p.ProjectFile)}" />"""),
            "</Solution>",
        ]);
        return RunAsync(
            directory, UserEnvironment.Concat(environment ?? new Dictionary<string, string>()).ToDictionary(), Path.Combine(directory, "All.binlog"), "build", solution);
    }

    /// <summary>Builds a sample in its place, with the machine's own packages: what restore notes for the repository must outlive the tests.</summary>
    internal Task<BuildResult> BuildInRepositoryAsync(string sample, string logs) => RunAsync(
        Repository, new Dictionary<string, string>(), Path.Combine(logs, sample + ".binlog"),
        "build", Path.Combine("samples", sample), "-c", Configuration);

    /// <summary>Restores a sample in its place.</summary>
    internal Task<BuildResult> RestoreInRepositoryAsync(string sample, string logs) => RunAsync(
        Repository, new Dictionary<string, string>(), Path.Combine(logs, sample + ".restore.binlog"), "restore", Path.Combine("samples", sample));

    internal Task<BuildResult> DotNetAsync(string directory, string binaryLog, params string[] arguments) =>
        RunAsync(directory, UserEnvironment, binaryLog, arguments);

    /// <summary>Has <c>dotnet format</c> apply the fixes for what the analyzers find.</summary>
    internal Task<(int ExitCode, string Output)> FormatAsync(string directory, string project, params string[] arguments) =>
        DotNet.RunAsync(directory, UserEnvironment, ["format", "analyzers", project, "--no-restore", .. arguments]);

    private static async Task<BuildResult> RunAsync(string directory, IReadOnlyDictionary<string, string> environment, string binaryLog, params string[] arguments)
    {
        var (exitCode, output) = await DotNet.RunAsync(directory, environment, [.. arguments, $"-bl:{binaryLog}"]);
        return new BuildResult(exitCode, output, binaryLog);
    }

    /// <summary>Where the machine keeps packages, so that none is fetched twice.</summary>
    private static string MachinePackages()
    {
        var directory = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(directory) ? $"""<fallbackPackageFolders><add key="machine" value="{directory}" /></fallbackPackageFolders>""" : "";
    }

    private static string Metadata(string key) =>
        typeof(PackedSdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
