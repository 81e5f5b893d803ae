namespace ConfigSdk.Bundles.Tests;

public sealed class BundleDirectoryTests : IDisposable
{
    private static readonly string[] s_ofOneNode =
    [
        "a.tar.gz", "a/apply.sh", "a/manifest.json", "a/preflight.sh", "a/rootfs/etc/nova/nova.conf", "ansible/inventory.yml", "ansible/site.yml", "fleet.json",
    ];

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
                "a.tar.gz", "a/apply.sh", "a/manifest.json", "a/preflight.sh", "a/rootfs/etc/nova/nova.conf", "ansible/inventory.yml", "ansible/site.yml",
                "b.tar.gz", "b/apply.sh", "b/manifest.json", "b/preflight.sh", "b/rootfs/etc/nova/nova.conf",
                "fleet.json", "images/apply.sh", "images/debian.json",
            ],
            Files());
        Assert.Equal(15, files);
        Assert.Equal(15, File.ReadAllLines(Path.Combine(_root.FullName, "obj", "written.txt")).Length);
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
            ["ansible/inventory.yml", "b.tar.gz", "b/apply.sh", "b/manifest.json", "b/preflight.sh", "b/rootfs/etc/nova/nova.conf", "fleet.json"],
            Files().Where(f => File.GetLastWriteTimeUtc(At(f)) != old));
    }

    [Fact]
    public void A_removed_node_and_a_removed_file_go_and_what_nobody_wrote_stays()
    {
        var withModules = Render.Node(new() { Target = Target.Debian13, Host = new() { Modules = [KernelModule.Kvm] } }, "a");
        _bundles.Write([withModules, Node("b")], [Render.Image(new("debian", DiskFormat.Raw))]);
        File.WriteAllText(At("notes.txt"), "mine");
        _bundles.Write([Render.Node(new() { Target = Target.Debian13 }, "a")], []);
        Assert.Equal(["a.tar.gz", "a/apply.sh", "a/manifest.json", "a/preflight.sh", "a/rootfs/etc/nova/nova.conf", "ansible/inventory.yml", "ansible/site.yml", "fleet.json", "notes.txt"], Files());
        Assert.False(Directory.Exists(At("b")));
        Assert.False(Directory.Exists(At("images")));
    }

    [Fact]
    public void Clear_leaves_nothing_that_was_written()
    {
        _bundles.Write([Node("a")], []);
        _bundles.Clear();
        Assert.Empty(Files());
        Assert.False(File.Exists(Path.Combine(_root.FullName, "obj", "written.txt")));
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

    [Fact]
    public void Nodes_are_asked_for_one_by_one()
    {
        var alive = new List<WeakReference>();
        IEnumerable<NodeBundle> Nodes()
        {
            for (var i = 0; i < 20; i++)
            {
                // Of those that were written, at most the last is still held.
                GC.Collect();
                Assert.InRange(alive.Count(a => a.IsAlive), 0, 2);
                yield return Made(i);
            }
        }

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        NodeBundle Made(int i)
        {
            var node = Node($"n{i}");
            alive.Add(new WeakReference(node.Files[0]));
            return node;
        }

        Assert.Equal((20 * 5) + 3, _bundles.Write(Nodes(), []));
    }

    [Fact]
    public void A_line_more_in_a_source_file_leaves_the_bundle_alone()
    {
        _bundles.Write([Written(12)], []);
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in Files())
        {
            File.SetLastWriteTimeUtc(At(file), old);
        }

        _bundles.Write([Written(13)], []);
        Assert.Equal(["fleet.json", "sources/a.json"], Files().Where(f => File.GetLastWriteTimeUtc(At(f)) != old));
        Assert.Contains("\"line\": 13", File.ReadAllText(At("sources/a.json")), StringComparison.Ordinal);

        static NodeBundle Written(int line) =>
            Render.Node(new() { Target = Target.Debian13, Nova = new() { Libvirt = new() { VirtType = VirtType.Kvm } } }, "a", _ => [new("Nodes.cs", line, "Kvm", "kvm")]);
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b")]
    [InlineData("C:a")]
    [InlineData("a\n")]
    [InlineData("nul.conf")]
    [InlineData("COM1")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a.")]
    [InlineData("")]
    [InlineData(".configsdk/lock")]
    public void A_path_that_leads_elsewhere_is_refused_before_anything_is_written(string path)
    {
        var e = Assert.Throws<IOException>(() => _bundles.Write([Node("a") with { Beside = [new BundleFile(path, new byte[1])] }], []));
        Assert.Contains("cannot be a file of a bundle", e.Message, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void Two_files_that_differ_in_case_alone_are_refused()
    {
        var node = Node("a");
        var e = Assert.Throws<IOException>(() => _bundles.Write([node with { Files = [.. node.Files, new BundleFile("rootfs/etc/nova/NOVA.conf", new byte[1])] }], []));
        Assert.Contains("'a/rootfs/etc/nova/NOVA.conf' would be written twice", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_link_in_the_place_of_a_bundle_leads_to_is_left_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        var mine = Directory.CreateDirectory(Path.Combine(_root.FullName, "mine")).FullName;
        File.WriteAllText(Path.Combine(mine, "manifest.json"), "mine");
        Directory.CreateDirectory(At(""));
        Directory.CreateSymbolicLink(At("a"), mine);
        _bundles.Write([Node("a")], []);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(mine, "manifest.json")));
        Assert.Equal(s_ofOneNode, Files());

        // Nor is it deleted with the node, and nothing is written through a link.
        Directory.Delete(At("a"), recursive: true);
        Directory.CreateSymbolicLink(At("a"), mine);
        _bundles.Write([Node("b")], []);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(mine, "manifest.json")));
        Directory.CreateSymbolicLink(At("images"), mine);
        var e = Assert.Throws<IOException>(() => _bundles.Write([Node("b")], [Render.Image(new("debian", DiskFormat.Raw))]));
        Assert.Equal($"'{At("images")}' is a link, and what it leads to is no bundle; take it away.", e.Message);
        Assert.Equal(["manifest.json"], Directory.EnumerateFileSystemEntries(mine).Select(Path.GetFileName));
    }

    [Fact]
    public void A_second_build_waits_for_the_first_and_says_so_if_that_takes_too_long()
    {
        var impatient = new BundleDirectory(At(""), Path.Combine(_root.FullName, "obj2.txt"), TimeSpan.FromMilliseconds(200));
        IEnumerable<NodeBundle> Slow()
        {
            yield return Node("a");
            Assert.Equal(200, Assert.Throws<DirectoryInUseException>(() => impatient.Write([Node("b")], [])).Waited.TotalMilliseconds);
            Assert.Throws<DirectoryInUseException>(impatient.Clear);
        }

        _bundles.Write(Slow(), []);
        Assert.Equal(s_ofOneNode, Files());
        impatient.Write([Node("b")], []);
    }

    private static NodeBundle Node(string name, VirtType virtType = VirtType.Kvm) =>
        Render.Node(new() { Target = Target.Debian13, Nova = new() { Libvirt = new() { VirtType = virtType } } }, name);

    private string At(string file) => Path.Combine(_root.FullName, "bundles", file);

    private string[] Files() =>
        [.. Directory.EnumerateFiles(At(""), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(At(""), f))
            .Where(f => f != Path.Combine(BundleDirectory.WorkDirectory, "lock")).Order(StringComparer.Ordinal)];
}
