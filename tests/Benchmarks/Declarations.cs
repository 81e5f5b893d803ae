using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfigSdk.Benchmarks;

/// <summary>Source files of a fleet: a file of shared profiles, files of 50 nodes each with a profile of their own, and the fleet.</summary>
internal static class Declarations
{
    private const int NodesInFile = 50;

    /// <summary>The files' texts.</summary>
    public static string[] Of(int nodes)
    {
        var files = (nodes + NodesInFile - 1) / NodesInFile;
        return
        [
            Shared,
            .. Enumerable.Range(0, files).Select(f => Rack(f, Math.Min(NodesInFile, nodes - (f * NodesInFile)))),
            $$"""
            using System.Collections.Generic;
            using ConfigSdk;
            public sealed class Everything : Fleet
            {
                public override IEnumerable<ComputeNode> Nodes => [{{string.Join(", ", Enumerable.Range(0, files).Select(f => $".. Rack{f}.Nodes"))}}];
            }
            """,
        ];
    }

    /// <summary>The files, as the compiler has them before anything is bound.</summary>
    public static CSharpCompilation Compilation(int nodes) => CSharpCompilation.Create(
        "Nodes", Of(nodes).Select((text, i) => CSharpSyntaxTree.ParseText(text, path: $"{i}.cs")),
        [.. Compiler.References.Append(typeof(Fleet).Assembly.Location).Select(r => MetadataReference.CreateFromFile(r))],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private const string Shared = """
        using ConfigSdk;
        static class Profiles
        {
            public static readonly NodeProfile Kvm = new()
            {
                Target = Target.Debian13,
                Host = new()
                {
                    Cpu = HostCpu.Intel(CpuModel.CascadelakeServerNoTSX),
                    Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, KernelModule.VhostNet],
                    Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } },
                },
                Nova = new()
                {
                    Default = new() { ComputeDriver = ComputeDriver.Libvirt, ReservedHostMemoryMb = 4096, CpuAllocationRatio = 4.0 },
                    Libvirt = new() { VirtType = VirtType.Kvm, CpuMode = CpuMode.Custom, CpuModels = [CpuModel.NehalemIBRS, CpuModel.SkylakeServerNoTSXIBRS] },
                    Vnc = new() { Enabled = true, ServerListen = "127.0.0.1" },
                },
            };
        }
        """;

    private static string Rack(int rack, int nodes) => $$"""
        using System.Collections.Generic;
        using ConfigSdk;
        static class Rack{{rack}}
        {
            static readonly NodeProfile Kvm = Profiles.Kvm.Override(new() { Nova = new() { Compute = new() { CpuSharedSet = "0-1" } } });
            public static IReadOnlyList<ComputeNode> Nodes { get; } =
            [
        {{string.Concat(Enumerable.Range(0, nodes).Select(n => Node(rack, n)))}}    ];
        }
        """;

    private static string Node(int rack, int node) => string.Create(CultureInfo.InvariantCulture, $$"""
                new("cmp-{{rack}}-{{node}}", Kvm.Override(new()
                {
                    Nova = new()
                    {
                        Default = new() { MyIp = "10.{{rack / 250}}.{{rack % 250}}.{{node + 1}}", ReservedHostMemoryMb = {{2048 + (node % 4 * 1024)}} },
                        Compute = new() { CpuDedicatedSet = "{{2 + (node % 4)}}-31" },
                        Vnc = new() { ServerProxyclientAddress = "10.{{rack / 250}}.{{rack % 250}}.{{node + 1}}" },
                    },
                })) { MigrationGroup = "az{{rack % 3}}" },

        """);
}
