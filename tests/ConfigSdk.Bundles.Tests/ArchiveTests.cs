using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace ConfigSdk.Bundles.Tests;

public sealed class ArchiveTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("configsdk-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void It_holds_the_bundle_with_the_manifests_owners_and_modes_and_no_time()
    {
        var node = Render.Node(GoodHost.Profile);
        Write("bundles", node);
        var entries = Entries("bundles/cmp01.tar.gz");
        Assert.Equal(node.Files.Select(f => $"cmp01/{f.Path}").Order(StringComparer.Ordinal), entries.Where(e => e.Type == TarEntryType.RegularFile).Select(e => e.Name));
        Assert.All(node.Files, f => Assert.Equal(
            (f.Sha256, (UnixFileMode)Convert.ToInt32(f.Mode, 8), "root", f.Group),
            entries.Where(e => e.Name == $"cmp01/{f.Path}").Select(e => (e.Sha256, e.Mode, e.User, e.Group)).Single()));
        Assert.All(entries, e => Assert.Equal(DateTimeOffset.UnixEpoch, e.Time));
        Assert.Equal("cmp01/", entries[0].Name);
        Assert.Equal((UnixFileMode)0b111_101_101, entries[0].Mode);
    }

    [Fact]
    public void It_has_the_same_bytes_elsewhere_in_another_culture_and_time_zone()
    {
        Write("here", Render.Node(GoodHost.Profile));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("tr-TR");
            Environment.SetEnvironmentVariable("TZ", "Pacific/Kiritimati");
            TimeZoneInfo.ClearCachedData();
            Write("there ä", Render.Node(GoodHost.Profile));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            Environment.SetEnvironmentVariable("TZ", null);
            TimeZoneInfo.ClearCachedData();
        }

        Assert.Equal(File.ReadAllBytes(At("here/cmp01.tar.gz")), File.ReadAllBytes(At("there ä/cmp01.tar.gz")));
        Assert.Equal(File.ReadAllBytes(At("here/fleet.json")), File.ReadAllBytes(At("there ä/fleet.json")));
    }

    [Fact]
    public void Its_time_may_be_given()
    {
        Write("bundles", Render.Node(GoodHost.Profile), DateTimeOffset.FromUnixTimeSeconds(1234567890));
        Assert.All(Entries("bundles/cmp01.tar.gz"), e => Assert.Equal(1234567890, e.Time.ToUnixTimeSeconds()));
    }

    [Fact]
    public void The_real_tar_reads_it()
    {
        Shell.Require("tar");
        var node = Render.Node(GoodHost.Profile, string.Join('.', Enumerable.Repeat(new string('n', 60), 3)));
        Write("bundles", node);
        var (code, _, error) = Shell.Run("tar", ["-xzf", At($"bundles/{node.Name}.tar.gz"), "-C", _root.FullName, "--no-same-owner"]);
        Assert.Equal((0, ""), (code, error));
        Assert.All(node.Files, f => Assert.Equal(f.Content.ToArray(), File.ReadAllBytes(At($"{node.Name}/{f.Path}"))));
    }

    private string At(string path) => Path.Combine(_root.FullName, path);

    private void Write(string directory, NodeBundle node, DateTimeOffset? time = null) =>
        new BundleDirectory(At(directory), At(directory + ".written.txt"), time: time).Write([node], []);

    private List<(string Name, TarEntryType Type, UnixFileMode Mode, string User, string Group, DateTimeOffset Time, string Sha256)> Entries(string path)
    {
        using var file = File.OpenRead(At(path));
        using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var entries = new List<(string, TarEntryType, UnixFileMode, string, string, DateTimeOffset, string)>();
        while (tar.GetNextEntry(copyData: true) is GnuTarEntry entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            entries.Add((entry.Name, entry.EntryType, entry.Mode, entry.UserName, entry.GroupName, entry.ModificationTime, Convert.ToHexString(SHA256.HashData(content.ToArray())).ToLowerInvariant()));
        }

        return entries;
    }
}
