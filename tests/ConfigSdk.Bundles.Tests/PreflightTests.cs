using System.Text.Json;

namespace ConfigSdk.Bundles.Tests;

/// <summary>preflight.sh, run by this machine's shells on made-up roots.</summary>
public sealed class PreflightTests : IDisposable
{
    private readonly MadeUpRoot _root = new();

    public PreflightTests()
    {
        GoodHost.Write(_root);
        _root.Bring(Render.Node(GoodHost.Profile));
    }

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void A_host_that_is_as_declared_has_nothing_but_ok(string shell)
    {
        Shell.Require(shell);
        var (code, output, error) = _root.RunWith(shell, "preflight.sh");
        Assert.Equal((0, ""), (code, error));
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1), l => Assert.StartsWith("ok ", l, StringComparison.Ordinal));
        Assert.Matches("cmp01: [0-9]{2} ok, 0 warnings, 0 failed, 0 unknown\n\\z", output);
    }

    public static TheoryData<string, string, string, string, string> Defects => new()
    {
        { "/proc/cpuinfo", "vmx", "", "cpu.virtualization failed", "Switch virtualization on in the BIOS" },
        { "/proc/cpuinfo", "vmx", "hypervisor", "cpu.virtualization failed", "nested=1" },
        { "/proc/cpuinfo", "GenuineIntel", "AuthenticAMD", "cpu.vendor failed", "Correct Host.Cpu" },
        { "/proc/cpuinfo", "sse4_2", "", "cpu.model.Nehalem failed", "virsh domcapabilities" },
        { "/proc/cpuinfo", " aes", "", "cpu.flags failed", "virsh domcapabilities" },
        { "/proc/cpuinfo", "lahf_lm", "", "cpu.model.Nehalem unknown", "virsh domcapabilities" },
        { "/proc/cpuinfo", "flags", "other", "cpu.virtualization unknown", "" },
        { "/sys/devices/system/cpu/present", "0-3,4-7", "0-3", "cpu.count failed", "Correct Host.Cpus" },
        { "/sys/devices/system/cpu/online", "0-7", "0-2,4", "cpu.set.cpu_dedicated_set failed", "echo 1 > /sys" },
        { "/proc/modules", "vhost_net", "vhost", "module.vhost_net warning", "modprobe vhost_net" },
        { "/proc/modules", "kvm_intel 1", "kvm_other 1", "module.kvm_intel ok", "" },
        { "/sys/module/kvm_intel/parameters/nested", "Y", "N", "module.kvm_intel.nested failed", "modprobe -r kvm_intel && modprobe kvm_intel" },
        { "/etc/group", "kvm:", "users:", "kvm.group failed", "udevadm trigger" },
        { "/etc/hostname", "cmp01", "cmp02", "host.name warning", "Take the bundle of cmp02" },
        { "/etc/hostname", "cmp01", "cmp01.example.org", "host.name ok", "" },
        { "/proc/sys/kernel/arch", "x86_64", "aarch64", "host.architecture failed", "aarch64" },
        { "/sys/devices/system/cpu/isolated", "2-3", "", "kernel.isolated failed", "isolcpus=2-3" },
        { "/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "64", "63", "kernel.hugepages.2048 failed", "hugepages=64" },
        { "/proc/cmdline", "nohz-full=2-3", "nohz_full=2", "kernel.argument.nohz_full failed", "run update-grub, and boot" },
        { "/proc/cmdline", "nohz-full=2-3", "x=\"a nohz_full=2-3 b\"", "kernel.argument.nohz_full failed", "run update-grub, and boot" },
        { "/proc/cmdline", "nohz-full=2-3", "nohz_full=2-31 nohz_full=2-3", "kernel.argument.nohz_full ok", "" },
        { "/proc/cmdline", "nosmt", "nosmt=force", "kernel.argument.nosmt failed", "run update-grub, and boot" },
        { "/proc/cmdline", "nosmt", "-- nosmt", "kernel.argument.nosmt failed", "run update-grub, and boot" },
        { "/proc/sys/vm/swappiness", "16", "10", "sysctl.vm.swappiness failed", "sysctl -p /etc/sysctl.d/70-nova-compute.conf" },
        { "/proc/sys/vm/swappiness", "16\n", "", "sysctl.vm.swappiness unknown", "" },
        { "/proc/sys/net/ipv4/tcp_rmem", "131072", "131073", "sysctl.net.ipv4.tcp_rmem failed", "sysctl -p" },
        { "/usr/share/libvirt/cpu_map/x86_Nehalem.xml", "'Nehalem'", "'Nehalem-IBRS'", "libvirt.model.Nehalem failed", "virsh cpu-models" },
        { "/etc/nova/nova-compute.conf", "'kvm'", "qemu", "conf.other failed", "Remove these lines from /etc/nova/nova-compute.conf" },
        { "/proc/net/fib_trie", "10.0.0.5", "10.0.0.7", "network.my_ip failed", "my_ip" },
        { "/proc/meminfo", "8000000", "400000", "memory.reserved failed", "reserved_host_memory_mb" },
        { "/etc/machine-id", "0123456789abcdef0123456789abcdef\n", "", "guest.serial failed", "systemd-machine-id-setup" },
        { "/etc/passwd", "tss:", "tpm:", "tpm.user failed", "swtpm" },
        { "/etc/group", "tss:", "tpm:", "tpm.group failed", "swtpm" },
        { "/var/log/nova/nova-compute.log", "INFO", "ERROR libvirtError: internal error no supported architecture for os type 'hvm'", "log.hvm warning", "modules" },
        { "/var/log/nova/nova-compute.log", "INFO", "ERROR InvalidCPUInfo: CPU doesn't have compatibility.", "log.cpu-lacks warning", "CPU models" },
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void What_is_otherwise_is_told_with_what_to_do(string file, string text, string instead, string expected, string remedy)
    {
        var before = _root.Read(file);
        Assert.Contains(text, before, StringComparison.Ordinal);
        _root.Write(file, before.Replace(text, instead, StringComparison.Ordinal));
        // A module may also show itself by its directory.
        Has(expected, remedy);
    }

    [Theory]
    [InlineData("/dev/kvm", "kvm.device failed", "modprobe kvm_intel or modprobe kvm_amd")]
    [InlineData("/proc/cpuinfo", "cpu.virtualization unknown", "")]
    [InlineData("/proc/modules", "module.vhost_net unknown", "")]
    [InlineData("/sys/module/kvm_intel/parameters/nested", "module.kvm_intel.nested unknown", "")]
    [InlineData("/usr/share/libvirt/cpu_map/index.xml", "libvirt.model.Nehalem unknown", "")]
    [InlineData("/usr/lib/x86_64-linux-gnu/libvirt.so.0.11003.0", "libvirt.version unknown", "")]
    [InlineData("/usr/lib/python3/dist-packages/nova-31.0.0.egg-info", "nova.version unknown", "")]
    [InlineData("/sys/class/iommu/dmar0/name", "kernel.iommu ok", "")]
    [InlineData("/proc/cmdline", "kernel.argument.nosmt unknown", "")]
    [InlineData("/proc/sys/net/ipv4/conf/eth0.100/rp_filter", "sysctl.net.ipv4.conf.eth0/100.rp_filter failed", "Load the module that brings it")]
    [InlineData("/dev/urandom", "guest.random failed", "rng_dev_path")]
    [InlineData("/var/log/nova/nova-compute.log", "log unknown", "")]
    [InlineData("/etc/nova/nova-compute.conf", "conf.other ok", "")]
    public void What_is_not_there_is_missing_or_unknown(string file, string expected, string remedy)
    {
        _root.Delete(file);
        Has(expected, remedy);
    }

    [Fact]
    public void A_module_that_the_kernel_does_not_have_is_not_to_be_loaded()
    {
        _root.Write("/proc/modules", "kvm 1 0 - Live 0x0\n").Write("/lib/modules/6.12.1/modules.dep", "kernel/other.ko:\n");
        Has("module.vhost_net failed", "Install the package that brings it");
    }

    [Fact]
    public void A_module_of_the_kernel_itself_needs_no_loading()
    {
        _root.Write("/proc/modules", "kvm_intel 1 0 - Live 0x0\n");
        Has("module.kvm ok", "");
    }

    [Fact]
    public void An_iommu_that_is_not_at_work_fails()
    {
        Directory.Delete(_root.At("/sys/class/iommu/dmar0"), recursive: true);
        Has("kernel.iommu failed", "intel_iommu=on");
    }

    [Fact]
    public void Settings_of_a_root_without_proc_are_unknown()
    {
        Directory.Delete(_root.At("/proc/sys"), recursive: true);
        Has("sysctl.vm.swappiness unknown", "");
    }

    [Fact]
    public void An_argument_that_nobody_writes_is_to_be_added_by_hand()
    {
        _root.Bring(Render.Node(GoodHost.Profile.Override(new() { Host = new() { Kernel = new() { GrubFragment = false, Arguments = [new("memmap", "1G$2G")] } } })));
        Has("kernel.argument.memmap failed", "Add it to the kernel's command line");
        _root.Write("/proc/cmdline", "memmap=1G$2G\n");
        Has("kernel.argument.memmap ok", "");
    }

    [Fact]
    public void Directories_that_nova_is_told_of_are_there_or_not()
    {
        _root.Bring(Render.Node(GoodHost.Profile.Override(new() { Nova = new() { Default = new() { Tempdir = "/srv/tmp", InstancesPath = "/srv/instances" } } })));
        Has("nova.tempdir failed", "Make the directory");
        Has("nova.instances_path failed", "Make the directory");
        Directory.CreateDirectory(_root.At("/srv/tmp"));
        Directory.CreateDirectory(_root.At("/srv/instances"));
        Has("nova.tempdir ok", "");
        Has("nova.instances_path ok", "");
    }

    [Fact]
    public void A_mode_that_keeps_the_group_out_fails()
    {
        Permissions.Set(_root.At("/dev/kvm"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Has("kvm.mode failed", "udevadm trigger");
    }

    [Fact]
    public void Another_libvirt_or_nova_than_was_judged_by_is_told()
    {
        _root.Delete("/usr/lib/x86_64-linux-gnu/libvirt.so.0.11003.0").Write("/usr/lib64/libvirt.so.0.9000.0", "");
        _root.Delete("/usr/lib/python3/dist-packages/nova-31.0.0.egg-info").Write("/usr/lib/python3.11/site-packages/nova-26.2.2.dist-info/METADATA", "");
        Has("libvirt.version warning", "libvirt 9.0.0");
        Has("nova.version failed", "nova 26.2.2");
    }

    [Fact]
    public void An_old_name_in_a_later_file_counts_and_a_secret_is_not_shown()
    {
        _root.Bring(Render.Node(GoodHost.Profile.Override(new() { Nova = new() { Default = new() { TransportUrl = Secret.FromEnvironment("URL") } } })));
        _root.Write("/etc/nova/nova.conf.d/10-old.conf", "[libvirt]\ncpu_model = Penryn\n[DEFAULT]\ntransport_url = rabbit://hidden\n");
        var found = Has("conf.other failed", "/etc/nova/nova.conf.d/10-old.conf");
        Assert.Contains("[libvirt] cpu_models", found, StringComparison.Ordinal);
        Assert.Contains("[DEFAULT] transport_url", found, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", _root.Run("preflight.sh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_json_whatever_the_files_hold()
    {
        byte[] nasty = [.. "a\"b\\c\t\u001b[31m"u8, 0xff, 0xfe, 0, .. "$(touch /tmp/x) `id` %s ' \r"u8];
        foreach (var file in new[] { "/etc/hostname", "/sys/devices/system/cpu/isolated", "/sys/module/kvm_intel/parameters/nested", "/proc/sys/kernel/arch", "/sys/devices/system/cpu/online" })
        {
            _root.Write(file, nasty);
        }

        _root.Write("/var/log/nova/nova-compute.log", [.. nasty, .. " ERROR Unknown CPU feature \n"u8]);
        var checks = Checks();
        Assert.Contains(checks, c => c.Id == "host.name" && c.Status == "warning" && c.Found.Contains("a\"b\\c??[31m", StringComparison.Ordinal));
        Assert.Contains(checks, c => c.Id == "log.cpu-feature");
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--root")]
    [InlineData("--root=x")]
    public void A_wrong_call_is_refused(string argument)
    {
        var (code, output, error) = Shell.Run("sh", [Path.Combine(_root.Bundle, "preflight.sh"), argument]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("usage: sh preflight.sh", error, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_bad_host()
    {
        _root.Write("/proc/cpuinfo", "vendor_id : GenuineIntel\nflags : fpu lm\n").Write("/proc/modules", "").Delete("/dev/kvm")
            .Write("/var/log/nova/nova-compute.log", "2014-05-01 10:00:00.000 ERROR libvirtError: internal error no supported architecture for os type 'hvm'\n");
        Directory.Delete(_root.At("/sys/module"), recursive: true);
        var (code, output, error) = _root.Run("preflight.sh");
        Assert.Equal((1, ""), (code, error));
        return Verifier.Verify(output);
    }

    private string Has(string expected, string remedy)
    {
        var check = Assert.Single(Checks(), c => $"{c.Id} {c.Status}" == expected);
        Assert.Contains(remedy, check.Remedy, StringComparison.Ordinal);
        return check.Found;
    }

    /// <summary>Every check; that the exit code and the counts are those of the checks is looked at by the way.</summary>
    private List<(string Id, string Status, string Found, string Remedy)> Checks()
    {
        var (code, output, error) = _root.Run("preflight.sh", "--json");
        Assert.Equal("", error);
        using var json = JsonDocument.Parse(output);
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().Select(c => (
            Id: c.GetProperty("id").GetString()!, Status: c.GetProperty("status").GetString()!, Found: c.GetProperty("found").GetString()!,
            Remedy: c.TryGetProperty("remedy", out var remedy) ? remedy.GetString()! : "")).ToList();
        Assert.All(new[] { ("ok", "ok"), ("warnings", "warning"), ("failed", "failed"), ("unknown", "unknown") },
            s => Assert.Equal(checks.Count(c => c.Status == s.Item2), json.RootElement.GetProperty(s.Item1).GetInt32()));
        Assert.Equal(checks.Any(c => c.Status == "failed") ? 1 : 0, code);
        return checks;
    }
}
