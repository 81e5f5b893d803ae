using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>The line in which a build says how much of its nodes the editor knows.</summary>
public sealed class KnownShareTests(PackedSdk sdk)
{
    private static string Fleet(string nodes) => $$"""
        static class Inventory
        {
            public sealed class Rack : Fleet
            {
                static readonly NodeProfile Kvm = new()
                {
                    Target = Target.Debian13,
                    Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet] },
                    Nova = new()
                    {
                        Default = new() { ComputeDriver = ComputeDriver.Libvirt, ReservedHostMemoryMb = 4096 },
                        Libvirt = new() { VirtType = VirtType.Kvm },
                    },
                };

                static int Memory => int.Parse(System.IO.File.ReadAllText("memory.txt"));

                public override IEnumerable<ComputeNode> Nodes => [{{nodes}}];
            }
        }
        """;

    // A node's name, and of the profile five settings of the target, the modules and three options.
    [Theory]
    [InlineData("new(\"a\", Kvm), .. Enumerable.Range(2, 2).Select(n => new ComputeNode($\"a{n}\", Kvm))", "30 of 30 settings known in the editor; 0 judged at build")]
    [InlineData("new(\"a\", Kvm), new(\"b\", Kvm.Override(new() { Nova = new() { Default = new() { ReservedHostMemoryMb = Memory } } }))", "19 of 20 settings known in the editor; 1 judged at build")]
    [InlineData(".. System.IO.File.ReadAllLines(\"names.txt\").Select(n => new ComputeNode(n, Kvm))", "18 of 20 settings known in the editor; 2 judged at build")]
    public async Task The_build_says_how_many_settings_the_editor_knows(string nodes, string expected)
    {
        var project = sdk.NewProject().Write("Nodes.cs", Fleet(nodes)).Write("names.txt", "a\nb\n").Write("memory.txt", "2048");

        var build = (await project.BuildAsync()).Clean();

        Assert.Equal($"{Path.GetFileNameWithoutExtension(project.ProjectFile)}: {expected}", build.Messages.First(m => m.EndsWith("judged at build", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_said_where_nobody_counted()
    {
        var build = (await sdk.NewProject().Write("Nodes.cs", Fleet("new(\"a\", Kvm)")).BuildAsync("-p:RunAnalyzers=false")).Clean();

        Assert.DoesNotContain(build.Messages, m => m.Contains("known in the editor", StringComparison.Ordinal));
    }
}
