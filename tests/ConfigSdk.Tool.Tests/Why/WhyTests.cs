using System.CommandLine;
using System.Reflection;
using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Hosting.Source;
using ConfigSdk.Rules;
using ConfigSdk.Tool.Tests.Plans;
using ConfigSdk.Tool.Why;

namespace ConfigSdk.Tool.Tests.Why;

public sealed class WhyTests : IDisposable
{
    private static readonly NodeProfile s_kvm = new()
    {
        Target = Target.Debian13,
        Host = new()
        {
            Kernel = new()
            {
                IsolatedCpus = "2-7",
                Arguments = [new("nohz_full", "2-7")],
                GrubFragment = true,
            },
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }], Udev = new() { Kvm = new() { Group = "kvm" } },
            Sysctl = new()
            {
                FsAioMaxNr = 1048576,
                Extra = [new("net.core.somaxconn", "4096")],
            },
        },
        Nova = new()
        {
            Libvirt = new()
            {
                VirtType = VirtType.Kvm,
                CpuMode = CpuMode.HostModel,
            },
            Extra = [new("my_plugin", "color", "red")],
        },
    };

    private static readonly NodeProfile s_pinned = s_kvm.Override(new()
    {
        Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = ["Nehalem", "Westmere"] } },
    });

    private static readonly Image s_debian = new("debian-13", DiskFormat.Qcow2)
    {
        Properties = new()
        {
            HwDiskBus = HwDiskBus.Virtio,
            HwQemuGuestAgent = true,
            Extra = [new("my_property", "red")],
        },
    };

    private readonly Trees _trees = new();
    private readonly string _bundles;

    public WhyTests()
    {
        _bundles = _trees.At("bundles");
        using var copies = new CopySites(Assembly.GetExecutingAssembly());
        var places = new SourcePlaces(new SourceLocator(copies, new PathMap(null)), Path.Combine(Here(), "Tests.csproj"));
        new BundleDirectory(_bundles, _trees.At("list.txt")).Write(
            [.. new ComputeNode[] { new("cmp07", s_pinned), new("cmp08", s_kvm) }.Select(n => NodeBundle.Render(NodeFacts.OfNode(ObjectReader.Read(n, null), FactCatalog.Bundled)!, places.Of, withProvenance: true))],
            [.. FleetFacts.Read(Unset.Instance, ObjectReader.Read([s_debian]), FactCatalog.Bundled).Images.Select(i => ImageBundle.Render(i, places.Of))]);
    }

    public void Dispose() => _trees.Dispose();

    [Theory]
    [InlineData("cpu_mode")]
    [InlineData("libvirt.cpu_mode")]
    [InlineData("libvirt/cpu-mode")]
    [InlineData("[libvirt] cpu_mode")]
    [InlineData("[LIBVIRT] cpu_mode")]
    public void An_option_is_where_it_was_written_and_overrides_what_it_inherits(string asked) => Assert.Equal(
        $"[libvirt] cpu_mode is custom on cmp07: WhyTests.cs:{Line("CpuMode = CpuMode.Custom")} in s_pinned\n  overrides host-model of WhyTests.cs:{Line("CpuMode = CpuMode.HostModel,")} in s_kvm\n",
        Answer("cmp07", asked));

    [Theory]
    [InlineData("virt_type", "[libvirt] virt_type is kvm on cmp07: WhyTests.cs:{0} in s_kvm\n", "VirtType = VirtType.Kvm,")]
    [InlineData("cpu_model", "[libvirt] cpu_models is Nehalem,Westmere on cmp07: WhyTests.cs:{0} in s_pinned\n", "CpuModels = [\"Nehalem\"")]
    [InlineData("my_plugin.color", "[my_plugin] color is red on cmp07: WhyTests.cs:{0} in s_kvm\n", "Extra = [new(\"my_plugin\"")]
    [InlineData("color", "[my_plugin] color is red on cmp07: WhyTests.cs:{0} in s_kvm\n", "Extra = [new(\"my_plugin\"")]
    [InlineData("nested", "parameter kvm_intel nested is 1 on cmp07: WhyTests.cs:{0} in s_kvm\n", "Nested = true")]
    [InlineData("udev kvm Group", "udev kvm Group is kvm on cmp07: WhyTests.cs:{0} in s_kvm\n", "Group = \"kvm\"")]
    [InlineData("kvm", "module kvm on cmp07: WhyTests.cs:{0} in s_kvm\n", "Modules = [KernelModule.Kvm,")]
    [InlineData("fs.aio-max-nr", "sysctl fs.aio-max-nr is 1048576 on cmp07: WhyTests.cs:{0} in s_kvm\n", "FsAioMaxNr = 1048576")]
    [InlineData("net.core.somaxconn", "sysctl net.core.somaxconn is 4096 on cmp07: WhyTests.cs:{0} in s_kvm\n", "[new(\"net.core.somaxconn\"")]
    [InlineData("isolcpus", "argument isolcpus is 2-7 on cmp07: WhyTests.cs:{0} in s_kvm\n", "IsolatedCpus = \"2-7\"")]
    [InlineData("nohz-full", "argument nohz_full on cmp07: WhyTests.cs:{0} in s_kvm\n", "[new(\"nohz_full\"")]
    public void Whatever_a_node_has_is_found_by_any_of_its_names(string asked, string answer, string written) =>
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, answer, Line(written)), Answer("cmp07", asked));

    [Theory]
    [InlineData("debian-13", "hw_disk_bus", "property hw_disk_bus is virtio on debian-13: WhyTests.cs:{0} in s_debian\n", "HwDiskBus = HwDiskBus.Virtio")]
    [InlineData("debian-13", "hw_qemu_guest_agent", "property hw_qemu_guest_agent is true on debian-13: WhyTests.cs:{0} in s_debian\n", "HwQemuGuestAgent = true")]
    [InlineData("debian-13", "my_property", "property my_property is red on debian-13: WhyTests.cs:{0} in s_debian\n", "Extra = [new(\"my_property\"")]
    [InlineData("debian-13", "disk_format", "field disk_format is qcow2 on debian-13: WhyTests.cs:{0} in s_debian\n", "new(\"debian-13\", DiskFormat.Qcow2)")]
    [InlineData("debian-13", "hw_machine_type", "property hw_machine_type on debian-13: not declared\n", "")]
    public void A_property_of_an_image_is_where_it_was_written(string image, string asked, string answer, string written) =>
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, answer, Line(written)), Answer("images/" + image, asked));

    [Theory]
    [InlineData("images/debian-12", "hw_disk_bus", "{0}: has no image 'debian-12'. Did you mean 'debian-13'?\n")]
    [InlineData("images/../images/debian-13", "hw_disk_bus", "{0}: has no image '../images/debian-13'.\n")]
    [InlineData("images/debian-13", "hw_disk_buss", "'hw_disk_buss' is neither declared of debian-13 nor a property that nova is known to read. Did you mean 'hw_disk_bus'?\n")]
    public void What_no_image_has_is_an_error(string image, string asked, string message) =>
        Assert.Equal((1, "", string.Format(System.Globalization.CultureInfo.InvariantCulture, message, _bundles)), Run(image, asked));

    [Fact]
    public void What_is_not_declared_has_the_releases_default()
    {
        Assert.Equal("[libvirt] hw_machine_type on cmp07: not declared; the default of nova 31.0.0 (2025.1 Epoxy) holds: none\n", Answer("cmp07", "hw_machine_type"));
        Assert.Equal("[libvirt] cpu_models on cmp08: not declared; the default of nova 31.0.0 (2025.1 Epoxy) holds: ''\n", Answer("cmp08", "cpu_models"));
    }

    [Theory]
    [InlineData("cmp7", "cpu_mode", "{0}: has no node 'cmp7'. Did you mean 'cmp07'?\n")]
    [InlineData("../bundles/cmp07", "cpu_mode", "{0}: has no node '../bundles/cmp07'.\n")]
    [InlineData("cmp07", "cpu_mod", "'cpu_mod' is neither set on cmp07 nor an option that nova 31.0.0 (2025.1 Epoxy) is known to have. Did you mean 'cpu_mode'?\n")]
    [InlineData("cmp07", "libvrt.cpu_mode", "'libvrt.cpu_mode' is neither set on cmp07 nor an option that nova 31.0.0 (2025.1 Epoxy) is known to have. Did you mean 'libvirt.cpu_mode'?\n")]
    public void What_there_is_not_is_an_error(string node, string asked, string message) =>
        Assert.Equal((1, "", string.Format(System.Globalization.CultureInfo.InvariantCulture, message, _bundles)), Run(node, asked));

    [Fact]
    public void A_directory_without_bundles_is_an_error() => Assert.Equal(
        (1, "", "nowhere: holds no bundles; name the directory with --bundles.\n"), Run("cmp07", "cpu_mode", "nowhere"));

    [Fact]
    public void Comments_in_nova_conf_say_the_same() => Assert.Contains(
        $"# WhyTests.cs:{Line("CpuMode = CpuMode.Custom")} (s_pinned)\ncpu_mode = custom\n", File.ReadAllText(Path.Combine(_bundles, "cmp07", "rootfs/etc/nova/nova.conf")), StringComparison.Ordinal);

    [Fact]
    public void No_path_of_this_machine_is_in_a_map() =>
        Assert.DoesNotContain(Here(), File.ReadAllText(Path.Combine(_bundles, "sources", "cmp07.json")), StringComparison.Ordinal);

    private string Answer(string node, string asked)
    {
        var (exitCode, output, error) = Run(node, asked);
        Assert.Equal((0, ""), (exitCode, error));
        return output;
    }

    private (int ExitCode, string Output, string Error) Run(string node, string asked, string? bundles = null)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exitCode = WhyCommand.Create().Parse([node, asked, "--bundles", bundles ?? _bundles]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }

    private static int Line(string text) => Array.FindIndex(File.ReadAllLines(Path.Combine(Here(), "WhyTests.cs")), l => l.Contains(text, StringComparison.Ordinal)) + 1;

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
