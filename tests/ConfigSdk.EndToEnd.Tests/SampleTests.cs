using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>The samples, in the repository and as a user would build them.</summary>
[Collection(InPlace.Name)]
public sealed partial class SampleTests(SampleTests.Built built) : IClassFixture<SampleTests.Built>
{
    public static readonly TheoryData<string> Valid = ["OneNode", "Fleet"];

    /// <summary>Every sample, built once: in place, copied away, and copied to a path that is hard to quote, in another time zone; and one as somebody else would build it.</summary>
    public sealed class Built(PackedSdk sdk) : IAsyncLifetime
    {
        internal Dictionary<string, BuildResult> InRepository { get; } = [];

        internal Dictionary<string, TestProject> Copies { get; private set; } = [];

        internal Dictionary<string, TestProject> SecondCopies { get; private set; } = [];

        internal BuildResult Copied { get; private set; } = null!;

        internal BuildResult SecondCopied { get; private set; } = null!;

        internal TestProject? CopyAbroad { get; private set; }

        internal BuildResult? BuiltAbroad { get; private set; }

        public async ValueTask InitializeAsync()
        {
            var logs = sdk.NewDirectory("logs");
            foreach (var sample in Valid.Select(d => d.Data))
            {
                InRepository[sample] = await sdk.BuildInRepositoryAsync(sample, logs);
            }

            var first = sdk.NewDirectory("samples");
            Copies = new[] { "OneNode", "Fleet", "InvalidOnPurpose", "InvalidAtBuild" }.ToDictionary(s => s, s => sdk.CopySample(s, first));
            Copied = await sdk.BuildAllAsync(first, Copies.Values);

            var second = sdk.NewDirectory("zweite Kopie, ünïcode & 'Zitat' ");
            SecondCopies = Valid.ToDictionary(d => d.Data, d => sdk.CopySample(d.Data, second));
            SecondCopied = await sdk.BuildAllAsync(second, SecondCopies.Values, new Dictionary<string, string> { ["LANG"] = "C", ["LC_ALL"] = "C", ["TZ"] = "America/St_Johns" });

            if (!OperatingSystem.IsWindows())
            {
                CopyAbroad = sdk.CopySample("Fleet", sdk.NewDirectory("abroad"));
                BuiltAbroad = await Abroad.BuildAsync(CopyAbroad);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    [Theory, MemberData(nameof(Valid))]
    public void A_sample_builds_in_the_repository_without_a_word(string sample) => built.InRepository[sample].Clean();

    /// <summary>A package of the samples' version among the machine's own would win over the repository, and nobody would see it.</summary>
    [Fact]
    public async Task Samples_in_the_repository_use_its_own_sdk()
    {
        var (exitCode, output) = await DotNet.RunAsync(
            PackedSdk.Repository, new Dictionary<string, string>(), "msbuild", Path.Combine("samples", "OneNode"), "-getProperty:ConfigSdkRepoRoot");

        Assert.Equal((0, PackedSdk.Repository), (exitCode, output.Trim()));
    }

    [Theory, MemberData(nameof(Valid))]
    public void A_sample_builds_from_the_package_without_a_word(string sample)
    {
        Assert.True(built.Copied.Of(built.Copies[sample]).All(d => d.Severity == "info"), built.Copied.ToString());
        Assert.NotEmpty(Harness.Bundles.Files(built.Copies[sample].Bundles));
    }

    [Theory, MemberData(nameof(Valid))]
    public void Repository_and_package_make_the_same_bytes(string sample)
    {
        var inRepository = Path.Combine(PackedSdk.Repository, "samples", sample, "bin", PackedSdk.Configuration, "net10.0", "bundles");

        Assert.Equal(Harness.Bundles.Read(inRepository), Harness.Bundles.Read(built.Copies[sample].Bundles));
    }

    [Theory, MemberData(nameof(Valid))]
    public void Two_directories_make_the_same_bytes(string sample)
    {
        built.SecondCopied.Clean();

        Assert.NotEmpty(Harness.Bundles.Files(built.SecondCopies[sample].Bundles));
        Assert.Equal(Harness.Bundles.Read(built.Copies[sample].Bundles), Harness.Bundles.Read(built.SecondCopies[sample].Bundles));
    }

    [Fact]
    public void Another_culture_time_zone_and_umask_make_the_same_bytes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the environment of a Unix");
        var bundles = BundlesAbroad();

        Assert.NotEmpty(Harness.Bundles.Files(bundles));
        Assert.Equal(Harness.Bundles.Read(built.SecondCopies["Fleet"].Bundles), Harness.Bundles.Read(bundles));
        Assert.Equal(Harness.Bundles.Read(built.Copies["Fleet"].Bundles), Harness.Bundles.Read(bundles));
        // The files themselves are as the umask says, what is in the archives is as the nodes shall have it.
        Assert.Equal("600", Abroad.Run("stat", "-c", "%a", Path.Combine(bundles, "fleet.json")));
        using var archive = new TarReader(new GZipStream(File.OpenRead(Directory.GetFiles(bundles, "*.tar.gz")[0]), CompressionMode.Decompress));
        var modes = new Dictionary<string, string>();
        while (archive.GetNextEntry() is { } entry)
        {
            modes[Path.GetFileName(entry.Name)] = $"{Convert.ToString((int)entry.Mode, 8)} {((GnuTarEntry)entry).UserName}:{((GnuTarEntry)entry).GroupName} {entry.Uid}:{entry.Gid} {entry.ModificationTime:O}";
        }

        Assert.Equal("640 root:nova 0:0 1970-01-01T00:00:00.0000000+00:00", modes["nova.conf"]);
        Assert.Equal("755 root:root 0:0 1970-01-01T00:00:00.0000000+00:00", modes["apply.sh"]);
    }

    [Fact]
    public void Another_user_makes_the_same_bytes()
    {
        const string NotRoot = "NOT BUILT BY ANOTHER USER: only root, on Linux, can build as somebody else";
        if (!Abroad.IsAnotherUser)
        {
            TestContext.Current.SendDiagnosticMessage(NotRoot);
            Assert.Skip(NotRoot);
        }

        var bundles = BundlesAbroad();
        Assert.Equal(Abroad.User, Abroad.Run("stat", "-c", "%u", Path.Combine(bundles, "fleet.json")));
        Assert.Equal(Harness.Bundles.Read(built.Copies["Fleet"].Bundles), Harness.Bundles.Read(bundles));
    }

    [Fact]
    public void One_declaration_is_written_in_the_words_of_each_release()
    {
        var bundles = built.Copies["OneNode"].Bundles;

        Assert.Contains("\ncpu_model = Nehalem\n", File.ReadAllText(Path.Combine(bundles, "icehouse", "rootfs", "etc", "nova", "nova.conf")), StringComparison.Ordinal);
        Assert.Contains("\ncpu_models = Nehalem\n", File.ReadAllText(Path.Combine(bundles, "epoxy", "rootfs", "etc", "nova", "nova.conf")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fleet_has_a_bundle_for_each_node()
    {
        using var fleet = JsonDocument.Parse(File.ReadAllBytes(built.Copies["Fleet"].FleetFile));

        Assert.Equal(24, fleet.RootElement.GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public void The_compiler_finds_every_mistake_that_is_certain_in_the_source_and_no_other()
    {
        var project = built.Copies["InvalidOnPurpose"];
        var shown = built.Copied.Of(project).Where(d => d.Severity != "info").Select(d => (d.FileName, d.Line, d.Id!));

        Assert.Equal(Expected(project), shown.Concat(Notes(project)).Distinct().Order());
        Assert.False(File.Exists(project.FleetFile));
    }

    [Fact]
    public void The_build_finds_what_only_running_can_show()
    {
        var project = built.Copies["InvalidAtBuild"];
        var found = Assert.Single(built.Copied.Of(project));

        Assert.Equal(Expected(project), [(found.FileName, found.Line, found.Id!)]);
        Assert.Equal(("error", Path.Combine(project.Directory, "Nodes.cs")), (found.Severity, found.File));
        Assert.Contains("'Nehalm'", found.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(project.FleetFile));
        Assert.False(File.Exists(project.Stamp));
    }

    private string BundlesAbroad()
    {
        built.BuiltAbroad!.Clean();
        return built.CopyAbroad!.Bundles;
    }

    /// <summary>What the comments say.</summary>
    private static IEnumerable<(string File, int Line, string Id)> Expected(TestProject project) =>
        Directory.EnumerateFiles(project.Directory, "*.cs")
            .SelectMany(f => File.ReadLines(f).SelectMany((text, i) => Comment().Matches(text).Select(m => (Path.GetFileName(f), i + 1, m.Groups[1].Value))))
            .Order();

    /// <summary>Informations, which the compiler shows in editors and writes into its log, but does not print.</summary>
    private static IEnumerable<(string File, int Line, string Id)> Notes(TestProject project)
    {
        using var log = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(project.Intermediate, "configsdk.sarif")));
        return
        [
            .. from result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
               let id = result.GetProperty("ruleId").GetString()!
               where result.GetProperty("level").GetString() == "note" && id.StartsWith("NOVA", StringComparison.Ordinal)
               // What is noted for the build alone has no place.
               from location in result.TryGetProperty("locations", out var places) ? places.EnumerateArray() : default
               let place = location.GetProperty("physicalLocation")
               select (Path.GetFileName(new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath),
                   place.GetProperty("region").GetProperty("startLine").GetInt32(), id),
        ];
    }

    [GeneratedRegex(@"// (NOVA\d{4})$")]
    private static partial Regex Comment();
}
