using System.Globalization;
using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>What a build tells of its bundles: what they would change, where their settings were written, and who else writes them.</summary>
public sealed class PlanTests(PackedSdk sdk)
{
    private const string Changed = """
        [new("n1", Kvm), new("n2", Kvm.Override(new() { Nova = new() { Default = new() { ReservedHostMemoryMb = 4096 } } }))]
        """;

    [Fact]
    public async Task The_target_plan_fails_where_something_would_change()
    {
        var project = sdk.NewProject().Write("Nodes.cs", TestProject.FleetOf("n1", "n2"));
        (await project.BuildAsync()).Clean();
        var deployed = Path.Combine(project.Directory, "what is there");
        Directory.Move(project.Bundles, deployed);

        Assert.Contains("2 nodes: no change", (await project.RebuildAsync("-t:Plan", "-p:Against=what is there")).Clean().Messages);

        project.Write("Nodes.cs", TestProject.Declared(Changed));
        var changes = (await project.RebuildAsync("-t:Plan", $"-p:Against={deployed}")).Failed();
        var said = Assert.Single(changes.Diagnostics);
        Assert.Equal(("NOVA9015", project.ProjectFile), (said.Id, said.File));
        Assert.Contains("(2 nodes: 1 changed)", said.Message, StringComparison.Ordinal);
        Assert.Contains("  [DEFAULT] reserved_host_memory_mb  512 (default) -> 4096  restart nova-compute", changes.Messages);

        var host = Directory.CreateDirectory(Path.Combine(project.Directory, "host", "n2", "etc", "nova")).FullName;
        await File.WriteAllTextAsync(Path.Combine(host, "nova.conf"), "debug\n", TestContext.Current.CancellationToken);
        foreach (var (against, message) in new[] { ("", "the property Against is not set"), ("nowhere", "nowhere: there is no such directory"), ("host", "nova.conf(1): the line has no '='") })
        {
            said = Assert.Single((await project.RebuildAsync("-t:Plan", $"-p:Against={against}")).Failed().Diagnostics);
            Assert.Equal("NOVA9016", said.Id);
            Assert.Contains(message, said.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Comments_and_a_map_beside_the_bundles_say_where_an_option_was_written()
    {
        var project = sdk.NewProject().Write("Nodes.cs", TestProject.Declared(Changed));
        (await project.BuildAsync()).Clean();
        var plain = await ConfAsync(project);
        Assert.DoesNotContain("Nodes.cs", plain, StringComparison.Ordinal);
        var map = await File.ReadAllTextAsync(Path.Combine(project.Bundles, "sources", "n2.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(project.Directory, map, StringComparison.Ordinal);

        Assert.Equal(1, (await project.RebuildAsync("-p:ConfigProvenance=true")).Clean().Emissions);
        Assert.Contains($"# Nodes.cs:{Line("ReservedHostMemoryMb")} (Nodes)\nreserved_host_memory_mb = 4096\n", await ConfAsync(project), StringComparison.Ordinal);
        Assert.Contains($"# Nodes.cs:{Line("VirtType")} (Kvm)\nvirt_type = kvm\n", await ConfAsync(project), StringComparison.Ordinal);
        Assert.Equal(map, await File.ReadAllTextAsync(Path.Combine(project.Bundles, "sources", "n2.json"), TestContext.Current.CancellationToken));

        (await project.RebuildAsync()).Clean();
        Assert.Equal(plain, await ConfAsync(project));

        string Line(string text) =>
            (Array.FindIndex(File.ReadAllLines(Path.Combine(project.Directory, "Nodes.cs")), l => l.Contains(text, StringComparison.Ordinal)) + 1).ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_build_that_waits_in_vain_for_another_one_says_so()
    {
        var project = sdk.NewProject().Write("Nodes.cs", TestProject.FleetOf("n1"));
        (await project.BuildAsync()).Clean();
        var bundle = await ConfAsync(project, "n1");
        project.Write("Nodes.cs", TestProject.FleetOf("n2"));
        using (new FileStream(Path.Combine(project.Bundles, ".configsdk", "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var said = Assert.Single((await project.RebuildAsync()).Failed().Diagnostics);
            Assert.Equal(("NOVA9014", project.ProjectFile), (said.Id, said.File));
            Assert.Equal(bundle, await ConfAsync(project, "n1"));
        }

        (await project.RebuildAsync()).Clean();
        Assert.False(Directory.Exists(Path.Combine(project.Bundles, "n1")));
        (await project.RunAsync("clean")).Clean();
        Assert.False(Directory.Exists(project.Bundles));
    }

    private static Task<string> ConfAsync(TestProject project, string node = "n2") =>
        File.ReadAllTextAsync(Path.Combine(project.Bundles, node, "rootfs", "etc", "nova", "nova.conf"), TestContext.Current.CancellationToken);
}
