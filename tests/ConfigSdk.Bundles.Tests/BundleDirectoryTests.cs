namespace ConfigSdk.Bundles.Tests;

public sealed class BundleDirectoryTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("configsdk-");
    private readonly BundleDirectory _bundles;

    public BundleDirectoryTests() => _bundles = new BundleDirectory(Path.Combine(_root.FullName, "bundles"), Path.Combine(_root.FullName, "obj", "written.txt"));

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Everything_is_written_and_listed()
    {
        var files = _bundles.Write([Node("a"), Node("b")], [Render.Image(new("debian", DiskFormat.Raw))]);
        Assert.Equal(
            [
                "a.tar.gz", "a/apply.sh", "a/manifest.json", "a/preflight.sh", "a/rootfs/etc/nova/nova.conf",
                "b.tar.gz", "b/apply.sh", "b/manifest.json", "b/preflight.sh", "b/rootfs/etc/nova/nova.conf",
                "fleet.json", "images/apply.sh", "images/debian.json",
            ],
            Files());
        Assert.Equal(13, files);
        Assert.Equal(13, File.ReadAllLines(Path.Combine(_root.FullName, "obj", "written.txt")).Length);
    }

    [Fact]
    public void Only_what_changed_is_touched()
    {
        _bundles.Write([Node("a"), Node("b")], []);
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in Files())
        {
            File.SetLastWriteTimeUtc(At(file), old);
        }

        _bundles.Write([Node("a"), Node("b", VirtType.Qemu)], []);
        Assert.Equal(
            ["b.tar.gz", "b/apply.sh", "b/manifest.json", "b/preflight.sh", "b/rootfs/etc/nova/nova.conf", "fleet.json"],
            Files().Where(f => File.GetLastWriteTimeUtc(At(f)) != old));
    }

    [Fact]
    public void A_removed_node_and_a_removed_file_go_and_what_nobody_wrote_stays()
    {
        var withModules = Render.Node(new() { Target = Target.Debian13, Host = new() { Modules = [KernelModule.Kvm] } }, "a");
        _bundles.Write([withModules, Node("b")], [Render.Image(new("debian", DiskFormat.Raw))]);
        File.WriteAllText(At("notes.txt"), "mine");
        _bundles.Write([Render.Node(new() { Target = Target.Debian13 }, "a")], []);
        Assert.Equal(["a.tar.gz", "a/apply.sh", "a/manifest.json", "a/preflight.sh", "a/rootfs/etc/nova/nova.conf", "fleet.json", "notes.txt"], Files());
        Assert.False(Directory.Exists(At("b")));
        Assert.False(Directory.Exists(At("images")));
    }

    [Fact]
    public void Clear_leaves_nothing_that_was_written()
    {
        _bundles.Write([Node("a")], []);
        _bundles.Clear();
        Assert.False(Directory.Exists(Path.Combine(_root.FullName, "bundles")));
        _bundles.Clear();
    }

    [Fact]
    public void The_same_fleet_has_the_same_bytes_anywhere()
    {
        var other = new BundleDirectory(Path.Combine(_root.FullName, "elsewhere", "ä b"), Path.Combine(_root.FullName, "obj2.txt"));
        _bundles.Write([Node("b"), Node("a")], []);
        other.Write([Node("a"), Node("b")], []);
        Assert.All(Files(), f => Assert.Equal(File.ReadAllBytes(At(f)), File.ReadAllBytes(Path.Combine(_root.FullName, "elsewhere", "ä b", f))));
    }

    private static NodeBundle Node(string name, VirtType virtType = VirtType.Kvm) =>
        Render.Node(new() { Target = Target.Debian13, Nova = new() { Libvirt = new() { VirtType = virtType } } }, name);

    private string At(string file) => Path.Combine(_root.FullName, "bundles", file);

    private string[] Files() =>
        [.. Directory.EnumerateFiles(At(""), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(At(""), f)).Order(StringComparer.Ordinal)];
}
