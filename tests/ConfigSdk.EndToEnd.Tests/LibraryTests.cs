using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>Profiles that several projects share, in a project or a package of their own.</summary>
public sealed class LibraryTests(PackedSdk sdk)
{
    private const string Profiles = """
        namespace Team;
        public static class Profiles
        {
            public static readonly NodeProfile Kvm = new()
            {
                Target = Target.Debian13,
                Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet] },
                Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { VirtType = VirtType.Kvm, CpuMode = CpuMode.HostModel } },
            };
        }
        """;

    private const string Nodes = """
        using Team;
        sealed class Rack : Fleet
        {
            public override IEnumerable<ComputeNode> Nodes => [new("cmp01", Profiles.Kvm)];
        }
        """;

    [Fact]
    public Task The_compiler_knows_the_profiles_of_a_project() =>
        Check(Library(sdk.NewDirectory()), l => $"""<ProjectReference Include="{l.ProjectFile}" />""");

    [Fact]
    public async Task The_compiler_knows_the_profiles_of_a_package()
    {
        var library = Library(sdk.NewDirectory());
        (await library.RunAsync("pack", "-o", sdk.Feed, $"-p:PackageId=Team.Profiles.{Path.GetFileName(library.Directory)}")).Clean();

        await Check(library, l => $"""<PackageReference Include="Team.Profiles.{Path.GetFileName(l.Directory)}" Version="1.0.0" />""");
    }

    private async Task Check(TestProject library, Func<TestProject, string> reference)
    {
        var project = sdk.NewProject();
        project.Write("Nodes.csproj", $"""<Project Sdk="ConfigSdk/{sdk.Version}"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{reference(library)}</ItemGroup></Project>""");

        var build = (await project.Write("Nodes.cs", Nodes).BuildAsync()).Clean();

        Assert.Equal("Nodes: 10 of 10 settings known in the editor; 0 judged at build", build.Messages.First(m => m.EndsWith("judged at build", StringComparison.Ordinal)));
        Assert.Contains("cpu_mode = host-model", await File.ReadAllTextAsync(Path.Combine(project.Bundles, "cmp01", "rootfs", "etc", "nova", "nova.conf"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Bundles.Files(library.Bundles));

        // What only holds with the library's own settings is found by the compiler, before anything runs.
        var wrong = (await project.Write("Nodes.cs", Nodes.Replace("Profiles.Kvm", "Profiles.Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuModels = [\"Nehalem\"] } } })", StringComparison.Ordinal)).RebuildAsync()).Failed();
        var said = Assert.Single(wrong.Of(project), d => d.Severity == "error");
        Assert.Equal(("NOVA1002", "Nodes.cs", 4), (said.Id, said.FileName, said.Line));
        Assert.Equal(0, wrong.Emissions);
    }

    private TestProject Library(string directory) =>
        new TestProject(sdk, directory, "Profiles", "<ConfigSdkEmitOnBuild>false</ConfigSdkEmitOnBuild>").Write("Profiles.cs", Profiles);
}
