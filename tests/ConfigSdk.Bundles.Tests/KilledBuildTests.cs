using System.Diagnostics;
using System.Reflection;

namespace ConfigSdk.Bundles.Tests;

/// <summary>The host itself, killed at any moment and run twice at once: whoever looks at a bundle sees an old or a new one, never a part.</summary>
public sealed class KilledBuildTests : IDisposable
{
    // More by the environment variable, for a machine that has the time.
    private static readonly int s_kills = int.TryParse(Environment.GetEnvironmentVariable("CONFIGSDK_KILLS"), out var kills) ? kills : 25;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("configsdk-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_build_that_is_killed_leaves_each_bundle_old_or_new()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere a bundle is replaced in two steps");
        var old = await Whole("old");
        var later = await Whole("new");
        Assert.NotEqual(old["n00"], later["n00"]);

        await Run("new", "killed");
        var writing = await WritingTime("old");
        var (seenOld, seenNew) = (0, 0);
        var random = new Random(6);
        for (var i = 0; i < s_kills; i++)
        {
            using (var process = Start(i % 2 == 0 ? "old" : "new", "killed"))
            {
                // Before it has the directory it writes nothing, and a machine that is busy takes its time to get there.
                await HasDirectory(process);
                await Task.Delay(writing * random.NextDouble(), TestContext.Current.CancellationToken);
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            var found = Bundles("killed");
            Assert.Equal(old.Keys, found.Keys);
            Assert.All(found, f => Assert.True(f.Value == old[f.Key] || f.Value == later[f.Key], $"{f.Key} is half:\n{f.Value}"));
            seenOld += found.Count(f => f.Value == old[f.Key]);
            seenNew += found.Count(f => f.Value == later[f.Key]);
            // What says that all is whole tells the truth.
            if (File.Exists(Path.Combine(_root.FullName, "killed", "fleet.json")))
            {
                Assert.Single(found.Select(f => f.Value == old[f.Key]).Distinct());
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{s_kills} kills left {seenOld} old bundles and {seenNew} new ones");
        Assert.True(s_kills < 10 || (seenOld > 0 && seenNew > 0), "no build was killed while it wrote");
        await Run("new", "killed");
        Assert.Equal(later, Bundles("killed"));
        Assert.Equal(["lock"], Directory.EnumerateFileSystemEntries(Path.Combine(_root.FullName, "killed", BundleDirectory.WorkDirectory)).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Two_builds_at_once_leave_the_bundles_of_one_of_them()
    {
        var old = await Whole("old");
        var later = await Whole("new");
        for (var i = 0; i < 2; i++)
        {
            await Task.WhenAll(Run("old", "shared"), Run("new", "shared"));
            var found = Bundles("shared");
            Assert.True(found.SequenceEqual(old) || found.SequenceEqual(later), "the bundles are of both builds");
            Assert.True(File.Exists(Path.Combine(_root.FullName, "shared", "fleet.json")));
        }
    }

    private async Task<SortedDictionary<string, string>> Whole(string fleet)
    {
        await Run(fleet, fleet);
        return Bundles(fleet);
    }

    /// <summary>Each node's bundle, all files in one text.</summary>
    private SortedDictionary<string, string> Bundles(string output) => new(
        Directory.EnumerateDirectories(Path.Combine(_root.FullName, output)).Where(d => Path.GetFileName(d)[0] == 'n').ToDictionary(
            d => Path.GetFileName(d),
            d => string.Concat(Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{Path.GetRelativePath(d, f)}\n{File.ReadAllText(f)}"))),
        StringComparer.Ordinal);

    /// <summary>How long a build writes that has the directory.</summary>
    private async Task<TimeSpan> WritingTime(string fleet)
    {
        using var process = Start(fleet, "killed");
        await HasDirectory(process);
        var time = Stopwatch.StartNew();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return time.Elapsed;
    }

    /// <summary>Waits until the build holds the lock, or is over.</summary>
    private static async Task HasDirectory(Process process)
    {
        while (!process.HasExited && !IsOpen(process, $"{BundleDirectory.WorkDirectory}/lock"))
        {
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }

    private static bool IsOpen(Process process, string file)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{process.Id}/fd").Any(f => new FileInfo(f).LinkTarget?.EndsWith(file, StringComparison.Ordinal) == true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended, or closed a file, while it was looked at.
            return false;
        }
    }

    private async Task Run(string fleet, string output)
    {
        using var process = Start(fleet, output);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    private Process Start(string fleet, string output)
    {
        var tests = Assembly.GetExecutingAssembly().Location;
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", "--runtimeconfig", Path.ChangeExtension(tests, ".runtimeconfig.json"), typeof(ConfigSdk.Hosting.Source.PathMap).Assembly.Location, "emit", "--assembly", tests,
            "--output", Path.Combine(_root.FullName, output), "--manifest", Path.Combine(_root.FullName, "obj", output + ".txt"), "--project", Path.Combine(_root.FullName, "x.csproj"),
        ]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[ManyNodes.Which] = fleet;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}

/// <summary>The declarations that are built: this assembly is loaded for them.</summary>
public sealed class ManyNodes : Fleet
{
    public const string Which = "CONFIGSDK_TESTS_FLEET";

    private static readonly VirtType s_virtType = Environment.GetEnvironmentVariable(Which) == "new" ? VirtType.Qemu : VirtType.Kvm;

    public override IEnumerable<ComputeNode> Nodes => Enumerable.Range(0, 60).Select(n => new ComputeNode($"n{n:00}", new()
    {
        Target = Target.Debian13,
        Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = s_virtType == VirtType.Qemu }, KernelModule.VhostNet] },
        Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { VirtType = s_virtType } },
    }));
}
