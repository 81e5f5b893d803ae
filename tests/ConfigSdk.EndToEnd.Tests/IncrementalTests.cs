using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>What a second build does, and what it leaves alone.</summary>
public sealed class IncrementalTests(PackedSdk sdk)
{
    [Fact]
    public async Task Nothing_changed_nothing_runs()
    {
        var project = await BuiltAsync();
        var times = Bundles.Times(project.Bundles);

        var second = (await project.RebuildAsync()).Clean();

        Assert.Equal(0, second.Emissions);
        Assert.Equal(times, Bundles.Times(project.Bundles));
    }

    [Fact]
    public async Task A_changed_node_is_written_and_the_others_keep_their_time()
    {
        var project = await BuiltAsync();
        var times = Bundles.Times(project.Bundles);
        project.Write("Nodes.cs", TestProject.Declared(
            "[new(\"n1\", Kvm), new(\"n2\", Kvm.Override(new() { Nova = new() { Default = new() { ReservedHostMemoryMb = 4096 } } }))]"));

        var second = (await project.RebuildAsync()).Clean();

        Assert.Equal(1, second.Emissions);
        var changed = Bundles.Times(project.Bundles).Where(f => times[f.Key] != f.Value).Select(f => f.Key);
        Assert.Equal(
            ["ansible/inventory.yml", "fleet.json", "n2.tar.gz", "n2/apply.sh", "n2/manifest.json", "n2/preflight.sh", "n2/rootfs/etc/nova/nova.conf", "sources/n2.json"],
            changed);
    }

    [Fact]
    public async Task A_removed_node_leaves_nothing()
    {
        var project = await BuiltAsync();
        project.Write("Nodes.cs", TestProject.FleetOf("n1"));

        (await project.RebuildAsync()).Clean();

        Assert.True(Directory.Exists(Path.Combine(project.Bundles, "n1")));
        Assert.False(Directory.Exists(Path.Combine(project.Bundles, "n2")));
    }

    [Fact]
    public async Task A_deleted_output_comes_back()
    {
        var project = await BuiltAsync();
        var before = Bundles.Read(project.Bundles);
        File.Delete(Path.Combine(project.Bundles, "n1", "manifest.json"));

        Assert.Equal(1, (await project.RebuildAsync()).Clean().Emissions);
        Assert.Equal(before, Bundles.Read(project.Bundles));
    }

    [Fact]
    public async Task A_file_that_declarations_read_is_an_input_and_its_change_compiles_nothing()
    {
        var project = sdk.NewProject().Write("names.txt", "a1\n")
            .Write("Nodes.cs", TestProject.Declared("[.. File.ReadAllLines(\"names.txt\").Select(n => new ComputeNode(n, Kvm))]"))
            .Write("Directory.Build.targets", """<Project><ItemGroup><ConfigSdkInput Include="names.txt" /></ItemGroup></Project>""");
        (await project.BuildAsync()).Clean();
        var assembly = File.GetLastWriteTimeUtc(Path.Combine(project.Output, "Nodes.dll"));
        project.Write("names.txt", "b1\nb2\n");

        Assert.Equal(1, (await project.RebuildAsync()).Clean().Emissions);
        Assert.Equal(["b1", "b2"], Directory.EnumerateFiles(project.Bundles, "manifest.json", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f))).Order());
        Assert.Equal(assembly, File.GetLastWriteTimeUtc(Path.Combine(project.Output, "Nodes.dll")));
    }

    [Fact]
    public async Task What_the_compiler_refuses_leaves_no_fleet_file_of_before()
    {
        var project = await BuiltAsync();
        var good = TestProject.FleetOf("n1", "n2");
        var before = Bundles.Read(project.Bundles);
        project.Write("Nodes.cs", good + "error");

        (await project.RebuildAsync()).Failed();
        Assert.False(File.Exists(project.FleetFile));

        project.Write("Nodes.cs", good);
        (await project.RebuildAsync()).Clean();
        Assert.Equal(before, Bundles.Read(project.Bundles));
    }

    [Fact]
    public async Task What_the_build_refuses_leaves_nothing_of_before_and_is_refused_again()
    {
        var project = await BuiltAsync();
        project.Write("Nodes.cs", TestProject.Declared("[new(\"n1\", Kvm), new(string.Concat(\"n\", \"_\", Environment.ProcessId), Kvm)]"));

        foreach (var _ in Enumerable.Range(1, 2))
        {
            var failed = (await project.RebuildAsync()).Failed();
            Assert.Equal(("NOVA6003", 1), (Assert.Single(failed.Diagnostics).Id, failed.Emissions));
            Assert.Empty(Bundles.Files(project.Bundles));
            Assert.False(File.Exists(project.Stamp));
        }
    }

    [Fact]
    public async Task Emission_can_be_left_out_and_keeps_what_is_there()
    {
        var project = await BuiltAsync();
        var before = Bundles.Read(project.Bundles);

        Assert.Equal(0, (await project.RebuildAsync("-p:ConfigSdkEmitOnBuild=false")).Clean().Emissions);
        Assert.Equal(before, Bundles.Read(project.Bundles));
    }

    [Fact]
    public async Task Publish_copies_and_clean_removes()
    {
        var project = await BuiltAsync();
        var bundles = Bundles.Read(project.Bundles);

        (await project.RunAsync("publish", "--no-build", "-c", "Debug")).Clean();
        Assert.Equal(bundles, Bundles.Read(Path.Combine(project.Output, "publish", "bundles")));

        (await project.RunAsync("clean")).Clean();
        Assert.False(Directory.Exists(project.Bundles));
        Assert.DoesNotContain(Bundles.Files(project.Intermediate), f => f.Contains("configsdk", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_output_directory_of_ones_own_is_used_and_emptied()
    {
        var project = sdk.NewProject("<ConfigSdkOutputDirectory>out</ConfigSdkOutputDirectory>").Write("Nodes.cs", TestProject.FleetOf("n1"));
        (await project.BuildAsync()).Clean();
        var own = Path.Combine(project.Directory, "out");
        Assert.True(File.Exists(Path.Combine(own, "fleet.json")));
        var mine = Path.Combine(own, "mine.txt");
        File.WriteAllText(mine, "mine");

        (await project.RunAsync("clean")).Clean();
        Assert.Equal([mine], Directory.EnumerateFileSystemEntries(own));

        File.Delete(mine);
        (await project.RebuildAsync()).Clean();
        (await project.RunAsync("clean")).Clean();
        Assert.False(Directory.Exists(own));
    }

    private async Task<TestProject> BuiltAsync()
    {
        var project = sdk.NewProject().Write("Nodes.cs", TestProject.FleetOf("n1", "n2"));
        Assert.Equal(1, (await project.BuildAsync()).Clean().Emissions);
        return project;
    }
}
