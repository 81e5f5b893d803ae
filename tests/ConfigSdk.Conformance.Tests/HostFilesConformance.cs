using System.Globalization;
using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;
using ConfigSdk.Tests;
using CsCheck;

namespace ConfigSdk.Conformance.Tests;

/// <summary>What is written for kmod, udev and sysctl is what they read; what the catalog says of libvirt is what libvirt says.</summary>
public sealed class HostFilesConformance : IDisposable
{
    private static readonly Gen<string> s_key =
        from path in Sampling.AnyOf<string>(["vm.swappiness", "net/core/somaxconn", "net.ipv4.conf.eth0/100.rp_filter", "net/ipv4/conf/br-ex.7/rp_filter", "kernel.x"])
        from sign in Gen.Char[" =*?[#;-_:@+./\n\\\"'é"].Array[0, 1]
        from at in Gen.Int[0, path.Length]
        select path.Insert(at, new string(sign));

    private static readonly Gen<string> s_value = Gen.Char["0a-+*?[{$ =#;:|/%\\\"'\t\n\r\u00a0é"].Array[0, 5].Select(c => new string(c));

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
        RequireRoot("the real udev");
        // disk is group 6 on every Debian.
        Assert.Contains("Setting permissions /dev/kvm, uid=0, gid=6, mode=0606", Tool.Run("/usr/bin/unshare", ["--mount", "sh", "-c", script]), StringComparison.Ordinal);
    }

    /// <summary>Whatever a setting of the kernel is made of, sysctl and systemd set it as declared, or a rule says that they would not.</summary>
    [Fact]
    public void A_setting_of_the_kernel_is_refused_or_set_by_sysctl_and_by_systemd()
    {
        Tool.Require("sysctl", "procps", "/usr/sbin/sysctl", "--version");
        Tool.Require("systemd", "systemd", "/usr/lib/systemd/systemd-sysctl", "--version");
        RequireRoot("the real sysctl");
        var refused = 0;
        List<(string Path, string Value)> written = [];
        foreach (var (key, value) in Gen.Select(s_key, s_value).Draw(1000))
        {
            var node = Declared(new() { Sysctl = new() { Extra = [new(key, value)] } });
            if (RuleCatalog.Judge(node).AboutValues.Any(f => f.Rule.Id == "NOVA2031"))
            {
                refused++;
                continue;
            }

            var folder = Directory.CreateDirectory(Path.Combine(_directory.FullName, written.Count.ToString(CultureInfo.InvariantCulture))).FullName;
            File.WriteAllBytes(Path.Combine(folder, "conf"), NodeBundle.Render(node).Files.Single(f => f.NodePath == "/etc/sysctl.d/70-nova-compute.conf").Content.ToArray());
            // As sysctl.d(5) says: dots and slashes change places, unless a slash is first.
            var path = key.IndexOfAny(['.', '/']) is var first && key[first] == '/' ? key : string.Concat(key.Select(c => c switch { '.' => '/', '/' => '.', _ => c }));
            File.WriteAllText(Path.Combine(folder, "path"), path + "\n");
            written.Add((path, value));
        }

        Assert.True(written.Count > 50 && refused > 50, $"{written.Count} written, {refused} refused");
        // In a mount namespace of its own, where /proc/sys has nothing but the one file: nothing of this machine is set.
        const string Script = """
            set -e
            mount -t tmpfs none /proc/sys
            for folder in "$1"/[0-9]*; do
                read -r path < "$folder/path"
                for reader in '/usr/lib/systemd/systemd-sysctl' '/usr/sbin/sysctl -q -p'; do
                    mkdir -p "/proc/sys/${path%/*}"
                    : > "/proc/sys/$path"
                    $reader "$folder/conf"
                    printf '%s\t%s\n' "${folder##*/}" "$(cat "/proc/sys/$path")"
                    rm -r /proc/sys/*
                done
            done
            """;
        var read = Tool.Run("/usr/bin/unshare", ["--mount", "sh", "-c", Script, "sh", _directory.FullName]).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(l => l.Split('\t')[0], l => l.Split('\t', 2)[1]);
        Assert.All(written.Select((w, i) => (w.Path, w.Value, Read: read[i.ToString(CultureInfo.InvariantCulture)])), w => Assert.Equal([(w.Path, w.Value), (w.Path, w.Value)], w.Read.Select(r => (w.Path, r))));
    }

    /// <summary>apply.sh in a root that has this machine's programs, but for a sysctl and an update-grub that only say that they were called.</summary>
    [Fact]
    public void Apply_sh_has_sysctl_and_grub_read_what_changed_and_takes_back_what_grub_refuses()
    {
        RequireRoot("the running system's apply.sh");
        if (new DirectoryInfo("/bin").LinkTarget is null)
        {
            Tool.Skip("NOT JUDGED IN A ROOT: this machine's programs are not below /usr alone");
        }

        foreach (var (path, text) in new[] { ("etc/passwd", "root:x:0:0::/root:/bin/sh\n"), ("etc/group", "root:x:0:\nnova:x:0:\n"), ("fake/sysctl", Fake("sysctl")), ("fake/update-grub", Fake("update-grub")) })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
            File.WriteAllText(At(path), text);
        }

        Host Isolated(string cpus, int swappiness) => new() { Sysctl = new() { VmSwappiness = swappiness }, Kernel = new() { IsolatedCpus = cpus, GrubFragment = true } };

        Assert.Equal((0, "", "update-grub \nsysctl -q -p /etc/sysctl.d/70-nova-compute.conf\n"), Apply(Isolated("2-7", 10)));
        Assert.Equal((0, "", ""), Apply(Isolated("2-7", 10)));
        Assert.Equal((0, "", "sysctl -q -p /etc/sysctl.d/70-nova-compute.conf\n"), Apply(Isolated("2-7", 1)));

        // A menu that cannot be made is one that the next boot would miss.
        File.WriteAllText(At("fails"), "update-grub");
        var (code, error, called) = Apply(Isolated("2-3", 60));
        Assert.Equal((1, "update-grub \nupdate-grub \n"), (code, called));
        Assert.Contains("everything is as it was before", error, StringComparison.Ordinal);
        Assert.Contains("isolcpus=2-7\"", File.ReadAllText(At("etc/default/grub.d/nova-compute.cfg")), StringComparison.Ordinal);
        Assert.Contains("vm.swappiness = 1\n", File.ReadAllText(At("etc/sysctl.d/70-nova-compute.conf")), StringComparison.Ordinal);

        // A setting whose module is not loaded yet is none.
        File.WriteAllText(At("fails"), "sysctl");
        (code, error, called) = Apply(Isolated("2-7", 60));
        Assert.Equal((0, "sysctl -q -p /etc/sysctl.d/70-nova-compute.conf\n"), (code, called));
        Assert.Contains("the kernel did not take every setting of /etc/sysctl.d/70-nova-compute.conf", error, StringComparison.Ordinal);
        Assert.Contains("vm.swappiness = 60\n", File.ReadAllText(At("etc/sysctl.d/70-nova-compute.conf")), StringComparison.Ordinal);

        string At(string path) => Path.Combine(_directory.FullName, path);

        static string Fake(string name) => $"#!/bin/sh\necho \"{name} $*\" >> /called\n! grep -qsx {name} /fails\n";

        (int Code, string Error, string Called) Apply(Host host)
        {
            foreach (var file in NodeBundle.Render(Declared(host)).Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(At("bundle/" + file.Path))!);
                File.WriteAllBytes(At("bundle/" + file.Path), file.Content.ToArray());
            }

            File.WriteAllText(At("called"), "");
            const string Script = """
                set -e
                cd "$1"
                mkdir -p usr dev etc/alternatives && touch dev/null && chmod 0755 fake/*
                for name in bin sbin lib lib64; do [ ! -h "/$name" ] || [ -h "$name" ] || cp -P "/$name" "$name"; done
                mount --bind /usr usr
                mount --bind /etc/alternatives etc/alternatives
                mount --bind /dev/null dev/null
                code=0
                PATH=/fake:/usr/sbin:/usr/bin chroot . sh /bundle/apply.sh > output 2> error || code=$?
                echo "$code"
                """;
            var said = Tool.Run("/usr/bin/unshare", ["--mount", "sh", "-c", Script, "sh", _directory.FullName]);
            return (int.Parse(said, CultureInfo.InvariantCulture), File.ReadAllText(At("error")), File.ReadAllText(At("called")));
        }
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

    private static void RequireRoot(string judge)
    {
        if (Environment.UserName != "root")
        {
            Tool.Skip($"NOT JUDGED BY {judge.ToUpperInvariant()}: only root may make a place to try it in");
        }
    }

    private static NodeFacts Declared(Host host) =>
        NodeFacts.OfNode(ObjectReader.Read(new ComputeNode("judged", new() { Target = Target.Debian12, Host = host }), null), FactCatalog.Bundled)!;

    private void Write(Host host)
    {
        foreach (var file in NodeBundle.Render(Declared(host)).Files.Where(f => f.NodePath is not null))
        {
            var path = _directory.FullName + file.NodePath;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
        }
    }
}
