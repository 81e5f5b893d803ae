using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>Fixes from the command line, in whole projects at once.</summary>
public sealed class FormatTests(PackedSdk sdk)
{
    [Fact]
    public async Task Dotnet_format_mends_a_whole_project_and_what_it_leaves_builds()
    {
        static string Rack(string cpu, string modules, string models) => $$"""
            sealed class {{cpu}}Rack : Fleet
            {
                static readonly NodeProfile Kvm = new()
                {
                    Target = Target.Debian13,
                    Host = new()
                    {
                        Cpu = HostCpu.{{cpu}}(),
                        Modules =
                        [
                            // loaded in this order
                            {{modules}}
                        ],
                    },
                    Nova = new()
                    {
                        Default = new() { ComputeDriver = ComputeDriver.Libvirt },
                        Libvirt = new() { VirtType = VirtType.Kvm{{models}} },
                    },
                };

                public override IEnumerable<ComputeNode> Nodes => [new("{{cpu}}1", Kvm), new("{{cpu}}2", Kvm)];
            }

            """;
        const string Wrong = ", CpuModels = [CpuModel.Nehalem]";
        var project = sdk.NewProject()
            .Write("Intel.cs", Rack("Intel", "KernelModule.Kvm, // always", Wrong))
            .Write("Amd.cs", Rack("Amd", "KernelModule.Kvm, // always", Wrong));
        (await project.RunAsync("restore")).Clean();

        var (exitCode, output) = await project.FormatAsync("--severity", "info", "--diagnostics", "NOVA1002", "NOVA2002", "NOVA2003");

        Assert.True(exitCode == 0, output);
        foreach (var (cpu, module) in new[] { ("Intel", "KvmIntel"), ("Amd", "KvmAmd") })
        {
            // dotnet format takes the kinds of findings in the order of a hash that differs from run to run.
            var indent = new string(' ', 16);
            string[] added = [$"KernelModule.{module}", "KernelModule.VhostNet"];
            Assert.Contains(
                (await File.ReadAllTextAsync(Path.Combine(project.Directory, cpu + ".cs"))).Replace("\r\n", "\n", StringComparison.Ordinal),
                new[] { added, [.. added.Reverse()] }.Select(items => Rack(cpu, $"KernelModule.Kvm, // always\n{indent}{string.Join($",\n{indent}", items)},", "")));
        }

        (await project.RebuildAsync()).Clean();
    }
}
