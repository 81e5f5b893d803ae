using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace ConfigSdk.Benchmarks;

/// <summary>What a fleet's size costs the build's host: the highest memory that the process ever had, and its time, in fleets of 100, 1,000 and 10,000 nodes.</summary>
public static class ManyNodes
{
    private static readonly int[] s_sizes = [100, 1000, 10_000];

    /// <summary>Measures hosts side by side.</summary>
    /// <param name="hosts">The hosts' assemblies.</param>
    public static void Print(IReadOnlyList<string> hosts)
    {
        Console.WriteLine("| host | each node | nodes | peak | more per node | time |\n|---|---|---:|---:|---:|---:|");
        foreach (var host in hosts)
        {
            foreach (var kind in new[] { ManyNodesFleet.Shared, ManyNodesFleet.Own })
            {
                var (before, size) = (0L, 0);
                foreach (var nodes in s_sizes)
                {
                    var (peak, time) = Emit(host, kind, nodes);
                    var more = size == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(peak - before) / 1024.0 / (nodes - size):F1} KB");
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {host} | {kind} | {nodes} | {peak / 1024.0 / 1024:F0} MB | {more} | {time.TotalSeconds:F1} s |"));
                    (before, size) = (peak, nodes);
                }
            }
        }
    }

    private static (long Peak, TimeSpan Time) Emit(string host, string kind, int nodes)
    {
        var folder = Directory.CreateTempSubdirectory("configsdk-");
        try
        {
            var own = Assembly.GetExecutingAssembly().Location;
            var start = new ProcessStartInfo(Compiler.DotNet,
            [
                "exec", "--runtimeconfig", Path.ChangeExtension(own, ".runtimeconfig.json"), host, "emit", "--assembly", own,
                "--output", Path.Combine(folder.FullName, "bundles"), "--manifest", Path.Combine(folder.FullName, "written"), "--project", Path.Combine(folder.FullName, "x.csproj"),
            ]) { RedirectStandardOutput = true };
            start.Environment[ManyNodesFleet.Kind] = kind;
            start.Environment[ManyNodesFleet.Count] = nodes.ToString(CultureInfo.InvariantCulture);
            var time = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var peak = 0L;
            while (!process.WaitForExit(20))
            {
                process.Refresh();
                peak = Math.Max(peak, Peak(process));
            }

            return process.ExitCode == 0 ? (peak, time.Elapsed) : throw new InvalidOperationException("the host failed:\n" + output.GetAwaiter().GetResult());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The kernel's own note of the highest memory; nothing of a process that is gone.</summary>
    private static long Peak(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}

/// <summary>The declarations that are built: this assembly is loaded for them.</summary>
public sealed class ManyNodesFleet : Fleet
{
    public const string Kind = "CONFIGSDK_BENCHMARK_NODES";
    public const string Count = "CONFIGSDK_BENCHMARK_COUNT";
    public const string Shared = "shares a profile";
    public const string Own = "overrides a profile";

    private static readonly NodeProfile s_kvm = new()
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
            Default = new() { ComputeDriver = ComputeDriver.Libvirt, RamAllocationRatio = 1, ReservedHostMemoryMb = 8192 },
            Libvirt = new() { VirtType = VirtType.Kvm, HwMachineType = ["x86_64=q35"], NumPciePorts = 16 },
        },
    };

    private static readonly NodeProfile s_pinned = s_kvm.Override(new()
    {
        Nova = new() { Compute = new() { CpuSharedSet = "0-1,32-33", CpuDedicatedSet = "2-31,34-63" }, Libvirt = new() { CpuMode = CpuMode.HostPassthrough } },
    });

    public override IEnumerable<ComputeNode> Nodes =>
        from n in Enumerable.Range(0, int.Parse(Environment.GetEnvironmentVariable(Count)!, CultureInfo.InvariantCulture))
        let profile = n % 2 == 0 ? s_kvm : s_pinned
        select new ComputeNode($"cmp{n:00000}", Environment.GetEnvironmentVariable(Kind) == Shared ? profile : profile.Override(new()
        {
            Nova = new() { Default = new() { MyIp = $"10.{n / 250 / 250}.{n / 250 % 250}.{n % 250 + 1}" } },
        }))
        { MigrationGroup = $"rack{n / 40}" };
}
