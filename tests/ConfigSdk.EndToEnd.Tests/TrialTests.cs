using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>Builds with NovaRelease: what an upgrade of nova would do to the declared nodes.</summary>
public sealed class TrialTests(PackedSdk sdk)
{
    private const string Trial = "-p:NovaRelease=Gazpacho";

    // The compiler sees what n1 sets; what n2 sets only who runs it.
    private const string Nodes = """
        sealed class Declared : Fleet
        {
            static readonly NodeProfile Kvm = new()
            {
                Target = new(NovaRelease.Antelope, "11.3", "10.0"),
                Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet] },
                Nova = new()
                {
                    Default = new() { ComputeDriver = ComputeDriver.Libvirt, ReservedHostMemoryMb = 4096 },
                    Libvirt = new() { VirtType = VirtType.Kvm },
                    Api = new()
                    {
                        NeutronDefaultProjectId = "default",
                    },
                },
            };

            static NodeProfile Forwarding(int n) => Kvm.Override(new()
            {
                Nova = new() { Api = new() { UseForwardedFor = n == 2 } },
            });

            public override IEnumerable<ComputeNode> Nodes =>
            [
                new("n1", Kvm),
                .. Enumerable.Range(2, 1).Select(n => new ComputeNode($"n{n}", Forwarding(n))),
            ];
        }
        """;

    [Fact]
    public async Task A_trial_tells_what_changes_and_leaves_the_bundles_alone()
    {
        var project = sdk.NewProject().Write("Nodes.cs", Nodes);
        (await project.BuildAsync("-p:NoWarn=NOVA5009")).Clean();
        var bundles = Bundles.Read(project.Bundles);
        var times = Bundles.Times(project.Bundles);

        var trial = await project.RebuildAsync(Trial);

        Assert.Equal(0, trial.ExitCode);
        Assert.Equal(
            [(5, "NOVA5011", "warning"), (5, "NOVA5011", "warning"), (13, "NOVA5010", "info"), (20, "NOVA5002", "warning")],
            trial.Diagnostics.Select(d => (d.Line, d.Id!, d.Severity)).Order());
        Assert.Equal(bundles, Bundles.Read(project.Bundles));
        Assert.Equal(times, Bundles.Times(project.Bundles));
        var tried = Path.Combine(project.Output, "bundles-for-gazpacho");
        Assert.Contains("\nneutron_default_tenant_id = default\n", Conf(project.Bundles), StringComparison.Ordinal);
        Assert.Contains("\nneutron_default_project_id = default\n", Conf(tried), StringComparison.Ordinal);

        // To and fro: each build is whole, and what the other made stays.
        var before = Bundles.Read(tried);
        Assert.Equal(0, (await project.RebuildAsync(Trial)).Emissions);
        Assert.Equal(1, (await project.RebuildAsync("-p:NoWarn=NOVA5009")).Clean().Emissions);
        Assert.Equal(bundles, Bundles.Read(project.Bundles));
        Assert.Equal(before, Bundles.Read(tried));
        Assert.Equal(trial.Diagnostics, (await project.RebuildAsync(Trial)).Diagnostics);

        // A rebuild of the trial cleans the trial only; a clean without the property cleans all.
        await project.RebuildAsync(Trial, "--no-incremental");
        Assert.Equal(bundles, Bundles.Read(project.Bundles));
        Assert.Equal(before, Bundles.Read(tried));
        await project.RunAsync("clean");
        Assert.Empty(Bundles.Files(project.Output));
        Assert.DoesNotContain(Bundles.Files(project.Intermediate), f => f.Contains("gazpacho", StringComparison.Ordinal) || f.Contains("configsdk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trial_that_fails_leaves_the_bundles_alone()
    {
        var project = sdk.NewProject().Write("Nodes.cs", TestProject.Declared(
            "[new(\"n1\", Kvm with { Target = new(NovaRelease.Victoria, \"11.3\", \"10.0\"), Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { VirtType = Enum.Parse<VirtType>(\"Xen\") } } })]"));
        await project.BuildAsync();
        var bundles = Bundles.Read(project.Bundles);
        Assert.NotEmpty(bundles);

        var trial = (await project.RebuildAsync("-p:NovaRelease=2023.1")).Failed();

        Assert.Contains(trial.Diagnostics, d => (d.Id, d.Severity) == ("NOVA5001", "error") && d.Message.Contains("2023.1 Antelope", StringComparison.Ordinal));
        Assert.Equal(bundles, Bundles.Read(project.Bundles));
        Assert.Empty(Bundles.Files(Path.Combine(project.Output, "bundles-for-2023.1")));
    }

    [Fact]
    public async Task A_name_that_is_no_release_is_refused_before_anything_is_judged()
    {
        var project = sdk.NewProject().Write("Nodes.cs", Nodes);

        var said = Assert.Single((await project.BuildAsync("-p:NovaRelease=../Gazpach")).Failed().Diagnostics);

        Assert.Equal(("NOVA9013", "error", project.ProjectFile), (said.Id, said.Severity, said.File));
        Assert.EndsWith("Did you mean 'Gazpacho'?", said.Message, StringComparison.Ordinal);
        Assert.Empty(Bundles.Files(project.Output));
    }

    [Fact]
    public async Task An_output_directory_of_ones_own_has_its_trial_beside_it_and_publish_keeps_the_two_apart()
    {
        var project = sdk.NewProject("<ConfigSdkOutputDirectory>out</ConfigSdkOutputDirectory>").Write("Nodes.cs", TestProject.FleetOf("n1"));
        await project.BuildAsync(Trial);
        Assert.False(Directory.Exists(Path.Combine(project.Directory, "out")));
        Assert.True(File.Exists(Path.Combine(project.Directory, "out-for-gazpacho", "fleet.json")));

        await project.RunAsync("publish", "--no-build", "-c", "Debug", Trial);
        Assert.True(File.Exists(Path.Combine(project.Output, "publish", "bundles-for-gazpacho", "fleet.json")));
        Assert.False(Directory.Exists(Path.Combine(project.Output, "publish", "bundles")));
    }

    private static string Conf(string bundles) => File.ReadAllText(Path.Combine(bundles, "n1", "rootfs", "etc", "nova", "nova.conf"));
}
