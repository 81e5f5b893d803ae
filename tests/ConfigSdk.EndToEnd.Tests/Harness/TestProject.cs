namespace ConfigSdk.EndToEnd.Tests.Harness;

/// <summary>A user's project in a directory of its own, far from this repository.</summary>
internal sealed class TestProject
{
    private readonly PackedSdk _sdk;
    private int _builds;

    public TestProject(PackedSdk sdk, string directory, string name = "Nodes", string properties = "")
    {
        (_sdk, Directory, ProjectFile) = (sdk, directory, Path.Combine(directory, name + ".csproj"));
        System.IO.Directory.CreateDirectory(directory);
        Write(name + ".csproj", $"""
            <Project Sdk="ConfigSdk/{sdk.Version}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                {properties}
              </PropertyGroup>
            </Project>
            """);
    }

    public string Directory { get; }

    public string ProjectFile { get; }

    public string Output => Path.Combine(Directory, "bin", "Debug", "net10.0");

    public string Intermediate => Path.Combine(Directory, "obj", "Debug", "net10.0");

    public string Bundles => Path.Combine(Output, "bundles");

    public string FleetFile => Path.Combine(Bundles, "fleet.json");

    public string Stamp => Path.Combine(Intermediate, "configsdk.stamp");

    /// <summary>A fleet whose nodes have these names and nothing to complain about.</summary>
    public static string FleetOf(params string[] nodes) => Declared($"[{string.Join(", ", nodes.Select(n => $"new(\"{n}\", Kvm)"))}]");

    /// <summary>A fleet with these nodes, with a valid profile Kvm to start from.</summary>
    public static string Declared(string nodes, string members = "") => $$"""
        sealed class Declared : Fleet
        {
            static readonly NodeProfile Kvm = new()
            {
                Target = Target.Debian13,
                Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet] },
                Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { VirtType = VirtType.Kvm } },
            };
            {{members}}
            public override IEnumerable<ComputeNode> Nodes => {{nodes}};
        }
        """;

    public TestProject Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(Directory, file), text);
        return this;
    }

    public Task<BuildResult> BuildAsync(params string[] arguments) => RunAsync("build", arguments);

    /// <summary>Builds once more what was restored already.</summary>
    public Task<BuildResult> RebuildAsync(params string[] arguments) => RunAsync("build", ["--no-restore", .. arguments]);

    public Task<(int ExitCode, string Output)> FormatAsync(params string[] arguments) => _sdk.FormatAsync(Directory, ProjectFile, arguments);

    public Task<BuildResult> RunAsync(string command, params string[] arguments) =>
        _sdk.DotNetAsync(Directory, Path.Combine(Directory, $"{++_builds}.binlog"), [command, ProjectFile, .. arguments]);
}
