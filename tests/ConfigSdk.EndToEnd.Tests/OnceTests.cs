using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>Two witnesses judge a project, and each mistake is told once.</summary>
public sealed class OnceTests(PackedSdk sdk)
{
    [Fact]
    public async Task What_the_compiler_showed_is_not_shown_again_wherever_the_value_was_written()
    {
        var project = sdk.NewProject()
            .Write("Base.cs", """
                static class Base
                {
                    public static readonly NodeProfile NoTarget = new()
                    {
                        Host = new() { Cpu = HostCpu.Amd(), Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet] },
                        Nova = new()
                        {
                            Default = new() { ComputeDriver = ComputeDriver.Libvirt, AllowSameNetTraffic = true },
                            Libvirt = new() { CpuMode = CpuMode.None, CpuModelExtraFlags = ["pcid"] },
                        },
                    };
                }
                """)
            .Write("Nodes.cs", """
                sealed class Rack : Fleet
                {
                    static readonly NodeProfile Local = Base.NoTarget with { Target = Target.Debian12 };

                    public override IEnumerable<ComputeNode> Nodes =>
                    [
                        new("n1", Base.NoTarget with { Target = Target.Debian13 }),
                        new("n2", Local), new("n3", Local) { MigrationGroup = "x" },
                    ];
                }
                """);

        var result = await project.BuildAsync();

        // Only who names a release can know that it lacks an option.
        Assert.Equal(
            [("Base.cs", 5, "NOVA2001"), ("Base.cs", 9, "NOVA1008"), ("Nodes.cs", 3, "NOVA5002"), ("Nodes.cs", 7, "NOVA5002")],
            result.Diagnostics.Where(d => d.Severity == "warning").Select(d => (d.FileName, d.Line, d.Id!)).Order());
        Assert.True(File.Exists(project.FleetFile));
    }

    [Fact]
    public async Task A_pragma_silences_what_only_the_build_can_find()
    {
        var project = sdk.NewProject().Write("Nodes.cs", TestProject.Declared("""
            new[] { "None", "HostModel" }.Select(mode => new ComputeNode(mode, Kvm.Override(new()
                {
                    Nova = new()
                    {
                        Libvirt = new()
                        {
                            CpuMode = Enum.Parse<CpuMode>(mode),
            #pragma warning disable NOVA1008 // known
                            CpuModelExtraFlags = [CpuFlag.Enable("pcid")],
            #pragma warning restore NOVA1008
                        },
                    },
                })))
            """));

        (await project.BuildAsync()).Clean();
    }
}
