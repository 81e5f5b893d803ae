using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;

namespace ConfigSdk.Conformance.Tests;

/// <summary>What is written for kmod and udev is what they read; what the catalog says of libvirt is what libvirt says.</summary>
public sealed class HostFilesConformance : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configsdk-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Modprobe_reads_the_parameters_that_are_declared()
    {
        Tool.Require("modprobe", "kmod", "/sbin/modprobe", "--version");
        Write(new()
        {
            Modules = [KernelModule.KvmIntel with { Nested = true, Ept = false }, KernelModule.VfioPci with { Ids = "10de:1eb8,10de:1eb9" }, new KernelModule("nbd") { Parameters = [new("nbds_max", "16")] }],
        });
        var read = Tool.Run("/sbin/modprobe", ["--showconfig", "-C", Path.Combine(_directory.FullName, "etc/modprobe.d")]).Split('\n');
        // The kernel's own command line adds options of its modules.
        Assert.Subset(read.ToHashSet(), new HashSet<string>(["options kvm_intel ept=0 nested=1", "options nbd nbds_max=16", "options vfio_pci ids=10de:1eb8,10de:1eb9"]));
    }

    [Fact]
    public void Udev_gives_dev_kvm_the_declared_group_and_mode_whatever_later_rules_say()
    {
        Tool.Require("udev", "udev", "/usr/bin/udevadm", "--version");
        if (!Directory.Exists("/sys/class/misc/kvm"))
        {
            Tool.Skip("NOT JUDGED BY THE REAL UDEV: this machine has no /dev/kvm");
        }

        Write(new() { Udev = new() { Kvm = new() { Group = "disk", Mode = "0606" } } });
        // In namespaces of its own: udevadm test sets the permissions that it computes. systemd's 50-udev-default.rules is among what it reads.
        var script = $"""
            mount -t tmpfs none /dev && mknod /dev/kvm c 10 232 && mount -t tmpfs none /run && mkdir -p /run/udev/rules.d &&
            cp '{_directory.FullName}/etc/udev/rules.d/45-qemu-kvm.rules' /run/udev/rules.d/ && udevadm test --action=add /sys/class/misc/kvm 2>&1
            """;
        if (Environment.UserName != "root")
        {
            Tool.Skip("NOT JUDGED BY THE REAL UDEV: only root may make a place to try its rules in");
        }

        // disk is group 6 on every Debian.
        Assert.Contains("Setting permissions /dev/kvm, uid=0, gid=6, mode=0606", Tool.Run("/usr/bin/unshare", ["--mount", "sh", "-c", script]), StringComparison.Ordinal);
    }

    /// <summary>The models, in order, that the installed libvirt's own map has.</summary>
    [Fact]
    public void The_catalogs_cpu_models_are_libvirts()
    {
        Tool.Require("libvirt", "libvirt-clients", "/usr/bin/virsh", "--version");
        var version = VersionText.Parse(Tool.Run("/usr/bin/virsh", ["--version"]).Trim())!;
        foreach (var architecture in new[] { "x86_64", "ppc64" })
        {
            var models = Tool.Run("/usr/bin/virsh", ["-c", "test:///default", "cpu-models", architecture]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(models, FactCatalog.Bundled.CpuMaps.For(version, architecture)!.Models.Select(m => m.Name));
        }
    }

    private void Write(Host host)
    {
        var facts = NodeFacts.OfNode(ObjectReader.Read(new ComputeNode("judged", new() { Target = Target.Debian12, Host = host }), null), FactCatalog.Bundled)!;
        foreach (var file in NodeBundle.Render(facts).Files.Where(f => f.NodePath is not null))
        {
            var path = _directory.FullName + file.NodePath;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
        }
    }
}
