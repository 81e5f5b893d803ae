using System.Text;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Analyzers.Tests.Helpers;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>What the reading of a declaration costs. Bytes are deterministic enough to hold a line; times are not.</summary>
public class CostTests
{
    [Fact]
    public void A_node_of_a_shared_profile_costs_a_few_kilobytes()
    {
        const int Nodes = 1_000;
        var source = new StringBuilder("""
            static class Nodes
            {
                static readonly NodeProfile Kvm = new()
                {
                    Target = Target.Debian13,
                    Host = new() { Cpu = HostCpu.Intel("Nehalem"), Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }] },
                    Nova = new() { Libvirt = new() { VirtType = VirtType.Kvm, CpuMode = CpuMode.Custom, CpuModels = ["Nehalem"] } },
                };

            """);
        for (var i = 0; i < Nodes; i++)
        {
            source.Append("    public static readonly ComputeNode N").Append(i).Append(" = new(\"n").Append(i).AppendLine("\", Kvm.Override(new() { Nova = new() { Compute = new() { CpuDedicatedSet = \"2-31\" } } }));");
        }

        var compilation = Compile.Of(source.Append('}').ToString());
        var model = ModelTypes.Find(compilation)!;
        var tree = compilation.SyntaxTrees[0];
        var semantics = compilation.GetSemanticModel(tree);
        var creations = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
            .Select(n => semantics.GetOperation(n, TestContext.Current.CancellationToken)).OfType<IObjectCreationOperation>()
            .Where(o => model.IsComputeNode(o.Type)).ToArray();
        Assert.Equal(Nodes, creations.Length);

        // The second time everything is bound and compiled: what is left is the reading alone.
        Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read();
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Nodes;
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes and {watch.Elapsed.TotalMilliseconds / Nodes:0.000} ms a node");
        Assert.InRange(bytes, 0, 20_000);

        void Read()
        {
            var evaluator = new Evaluator(compilation, model);
            foreach (var creation in creations)
            {
                Assert.IsType<Rules.Record>(evaluator.Read(creation, null, CancellationToken.None).Value);
            }
        }
    }
}
