using System.CommandLine;
using System.Text.Json;
using ConfigSdk.Catalog;
using ConfigSdk.Plans;
using ConfigSdk.Tool.Plans;

namespace ConfigSdk.Tool.Tests.Plans;

public sealed class PlanTests : IDisposable
{
    private static readonly NodeProfile s_before = new()
    {
        Target = Target.Debian13,
        Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet], Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } } },
        Nova = new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt, ReservedHostMemoryMb = 4096, Debug = false, TransportUrl = Secret.FromEnvironment("NOVA_TRANSPORT_URL") },
            Compute = new() { CpuDedicatedSet = "2-31", CpuSharedSet = "0,1" },
            Libvirt = new() { VirtType = VirtType.Kvm, CpuMode = CpuMode.HostModel },
            Extra = [new("neutron_physnet_physnet0", "numa_nodes", "0")],
        },
    };

    private static readonly NodeProfile s_after = s_before.Override(new()
    {
        Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, KernelModule.VfioPci with { Ids = "10de:1eb8" }], Udev = new() { Kvm = new() { Mode = "0666" } } },
        Nova = new()
        {
            Default = new() { Debug = true, TransportUrl = Secret.FromFile("/etc/nova/keys/url") },
            Compute = new() { CpuSharedSet = "0-1" },
            Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = [CpuModel.CascadelakeServerNoTSX], ImagesType = ImagesType.Qcow2 },
            Extra = [new("neutron_physnet_physnet0", "numa_nodes", "0,1")],
        },
    });

    private readonly Trees _trees = new();

    public void Dispose() => _trees.Dispose();

    [Fact]
    public Task A_fleet_changes()
    {
        var (from, to) = Fleets();
        var (exitCode, output, error) = Run(from, to);
        Assert.Equal((2, ""), (exitCode, error));
        return VerifyXunit.Verifier.Verify(output);
    }

    [Fact]
    public Task A_fleet_changes_as_json()
    {
        var (from, to) = Fleets();
        var (exitCode, output, error) = Run(from, to, "--json");
        Assert.Equal((2, ""), (exitCode, error));
        return VerifyXunit.Verifier.Verify(output, "json");
    }

    [Fact]
    public Task A_host_that_somebody_changed_by_hand()
    {
        var host = _trees.Host(
            "cmp01",
            ("etc/hostname", "cmp01\n"),
            ("etc/nova/nova.conf", """
                # by hand
                [DEFAULT]
                compute_driver=libvirt.LibvirtDriver
                debug = no
                transport_url = rabbit://nova:hunter2@rabbit1
                osapi_volume_listen = 0.0.0.0
                reserved_host_memory_mb : 4096
                [LIBVIRT]
                cpu_mode = "host-model"
                [compute]
                cpu_dedicated_set = 2-15,16-31
                cpu_shared_set = 0,1
                [neutron_physnet_physnet0]
                numa_nodes = 0
                [my_plugin]
                api_token = s3cret
                url = https://me:hunter2@example.org/
                """),
            ("etc/nova/nova-compute.conf", "[libvirt]\nvirt_type = qemu\n"),
            ("etc/modules", "# by hand\nkvm\nkvm-intel\n"),
            ("etc/modules-load.d/nova.conf", "vhost_net\n"),
            ("etc/modprobe.d/kvm.conf", "options kvm-intel nested=Y \\\n  ept=1\nblacklist nouveau\n"),
            ("etc/udev/rules.d/45-qemu-kvm.rules", "# by hand\nKERNEL==\"kvm\",GROUP:=\"kvm\",   MODE:=\"0660\"\n"));
        var to = _trees.Bundle("bundles", s_after.Override(new() { Host = s_before.Host! with { Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, KernelModule.VhostNet] } }));
        var (exitCode, output, error) = Run(host, to);
        Assert.Equal((2, ""), (exitCode, error));
        Assert.DoesNotContain("hunter2", output + Run(host, to, "--json").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", output + Run(host, to, "--json").Output, StringComparison.Ordinal);
        return VerifyXunit.Verifier.Verify(output);
    }

    [Fact]
    public void What_was_built_twice_does_not_change()
    {
        var from = _trees.Bundles("a", [new("cmp01", s_before)], new Image("debian", DiskFormat.Raw));
        var to = _trees.Bundles("b", [new("cmp01", s_before)], new Image("debian", DiskFormat.Raw));
        Assert.Equal((0, "1 node: no change; 1 image: no change\n", ""), Run(from, to));
        Assert.False(JsonDocument.Parse(Run(from, to, "--json").Output).RootElement.GetProperty("hasChanges").GetBoolean());
    }

    [Theory]
    [InlineData("a default that is written", "[DEFAULT]\nreserved_host_memory_mb = 512\n", "")]
    [InlineData("a word for true", "[DEFAULT]\ndebug = yes\n", "[DEFAULT]\ndebug = True\n")]
    [InlineData("another form of a number", "[DEFAULT]\ncpu_allocation_ratio = 1.50\n", "[DEFAULT]\ncpu_allocation_ratio = 1.5\n")]
    [InlineData("an old name", "[DEFAULT]\ncompute_driver = libvirt.LibvirtDriver\n[libvirt]\ncpu_model = Nehalem\n", "[DEFAULT]\ncompute_driver = libvirt.LibvirtDriver\n[libvirt]\ncpu_models = Nehalem\n")]
    [InlineData("quotes", "[libvirt]\ncpu_mode = 'custom'\n", "[libvirt]\ncpu_mode = custom\n")]
    [InlineData("blanks in a list", "[libvirt]\ncpu_models = A, B,\n", "[libvirt]\ncpu_models = A,B\n")]
    [InlineData("flags in another order", "[libvirt]\ncpu_model_extra_flags = pcid,-mpx\n", "[libvirt]\ncpu_model_extra_flags = -MPX,+pcid\n")]
    [InlineData("reserved pages in another order", "[DEFAULT]\nreserved_huge_pages = node:0,size:2048,count:64\nreserved_huge_pages = node:1,size:1GB,count:1\n", "[DEFAULT]\nreserved_huge_pages = count:1,node:1,size:1GB\nreserved_huge_pages = node:0,size:2048,count:64\n")]
    [InlineData("a CPU set in other words", "[compute]\ncpu_dedicated_set = 2,3,4-7\n", "[compute]\ncpu_dedicated_set = 2-7\n")]
    [InlineData("a PCI device in other words", "[pci]\ndevice_spec = {\"vendor_id\": \"8086\", \"product_id\": \"10ed\"}\n", "[pci]\npassthrough_whitelist = {\"product_id\":\"10ed\",\"vendor_id\":\"8086\"}\n")]
    [InlineData("the last of two lines", "[DEFAULT]\ndebug = false\ndebug = true\n", "[DEFAULT]\ndebug = true\n")]
    public void What_nova_reads_alike_is_no_change(string what, string before, string after)
    {
        Assert.True(Run(_trees.NovaConf("a", before), _trees.NovaConf("b", after), "--nova", "Epoxy") is (0, "1 node: no change\n", ""), what);
        Assert.Equal(0, Run(_trees.At("b"), _trees.At("a"), "--nova", "Epoxy").ExitCode);
    }

    [Theory]
    [InlineData("[libvirt]\ncpu_models = A,B\n", "[libvirt]\ncpu_models = B,A\n", "[libvirt] cpu_models", "restart-nova-compute stop-guests")]
    [InlineData("[libvirt]\ncpu_model_extra_flags = pcid\n", "[libvirt]\ncpu_model_extra_flags = -pcid\n", "[libvirt] cpu_model_extra_flags", "restart-nova-compute stop-guests")]
    [InlineData("", "[libvirt]\nhw_machine_type = x86_64=q35\n", "[libvirt] hw_machine_type", "restart-nova-compute stop-guests")]
    [InlineData("[DEFAULT]\ndebug = true\n", "", "[DEFAULT] debug", "reload-nova-compute")]
    [InlineData("", "[DEFAULT]\nreserved_host_memory_mb = 1024\n", "[DEFAULT] reserved_host_memory_mb", "restart-nova-compute")]
    [InlineData("", "[libvirt]\nimages_type = raw\n", "[libvirt] images_type", "new-guests restart-nova-compute")]
    [InlineData("", "[api]\nuse_forwarded_for = true\n", "[api] use_forwarded_for", "nothing")]
    [InlineData("", "[plugin]\nx = 1\n", "[plugin] x", "restart-nova-compute")]
    [InlineData("[pci]\ndevice_spec = {\"address\": \"1\"}\ndevice_spec = {\"address\": \"2\"}\n", "[pci]\ndevice_spec = {\"address\": \"2\"}\ndevice_spec = {\"address\": \"1\"}\n", "[pci] device_spec", "restart-nova-compute")]
    public void A_change_says_what_it_takes(string before, string after, string name, string takes)
    {
        var (exitCode, output, _) = Run(_trees.NovaConf("a", before), _trees.NovaConf("b", after), "--nova", "Epoxy", "--json");
        var change = JsonDocument.Parse(output).RootElement.GetProperty("nodes")[0].GetProperty("changes").EnumerateArray().Single();
        Assert.Equal(2, exitCode);
        Assert.Equal(name, change.GetProperty("name").GetString());
        Assert.Equal(takes.Split(' '), change.GetProperty("takes").EnumerateArray().Select(t => t.GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("argument isolcpus 2-7 -> 2-3 reboot", "isolcpus=2-7 nosmt", "nosmt isolcpus=2-3")]
    [InlineData("argument quiet  -> there reboot", "", "quiet")]
    [InlineData("argument quiet there ->  reboot", "quiet", "")]
    [InlineData("argument hugepages 4 -> 4 64 reboot; argument hugepagesz 1G -> 1G 2M reboot", "hugepagesz=1G hugepages=4", "hugepagesz=1G hugepages=4 hugepagesz=2M hugepages=64")]
    [InlineData("", "nohz-full=2-3 quiet", "quiet  nohz_full=2-3")]
    [InlineData("argument dyndbg file a +p -> file b +p reboot", """dyndbg=\"file a +p\" x""", """dyndbg=\"file b +p\" x""")]
    public void The_kernels_command_line_is_compared_argument_by_argument(string changes, string before, string after) => Assert.Equal(
        changes, Arguments(
            _trees.Host("a", ("etc/modules", ""), ("etc/default/grub", $"GRUB_TIMEOUT=5\nGRUB_CMDLINE_LINUX=\"{before}\"\n")),
            _trees.Host("b", ("etc/modules", ""), ("etc/default/grub", $"GRUB_CMDLINE_LINUX='root=x' # by hand\nGRUB_CMDLINE_LINUX=\"{after}\"\n"))));

    [Fact]
    public void A_bundles_fragment_comes_behind_the_hosts_own_grub()
    {
        NodeProfile Isolated(string cpus, string mitigations) => new() { Target = Target.Debian13, Host = new() { Kernel = new() { IsolatedCpus = cpus, Arguments = [new("mitigations", mitigations)], GrubFragment = true } } };

        var host = _trees.Host("cmp01", ("etc/default/grub", "GRUB_CMDLINE_LINUX_DEFAULT=quiet\nexport GRUB_CMDLINE_LINUX=\"console=ttyS0\"\n"), ("etc/nova/nova.conf", ""));
        var bundle = _trees.Bundle("a", Isolated("2-7", "auto"));
        Assert.Equal("argument isolcpus  -> 2-7 reboot; argument mitigations  -> auto reboot", Arguments(host, bundle));
        Assert.Equal("argument isolcpus 2-7 -> 2-3 reboot", Arguments(bundle, _trees.Bundle("b", Isolated("2,3", "auto"))));

        // In other words on the host.
        _trees.Host("cmp01", ("etc/default/grub.d/50-own.cfg", "GRUB_CMDLINE_LINUX_DEFAULT=\"${GRUB_CMDLINE_LINUX_DEFAULT} mitigations=auto\"\n"), ("etc/default/grub.d/60-own.cfg", "GRUB_CMDLINE_LINUX=$GRUB_CMDLINE_LINUX' isolcpus=2-7'\n"));
        Assert.Equal("argument isolcpus 2-7 -> 2-7 2-7 reboot; argument mitigations auto -> auto auto reboot", Arguments(host, bundle));
    }

    [Fact]
    public void A_setting_of_the_kernel_is_the_same_in_either_spelling_and_is_set_at_run_time()
    {
        var bundle = _trees.Bundle("b", new() { Target = Target.Debian13, Host = new() { Sysctl = new() { VmSwappiness = 10, FsAioMaxNr = 1048576 } } });
        var host = _trees.Host("cmp01", ("etc/nova/nova.conf", ""), ("etc/sysctl.d/70-nova-compute.conf", "vm/swappiness=60\nvm.swappiness=10\nkernel.core_pattern = a\\\n"));
        Assert.Equal("sysctl fs.aio-max-nr  -> 1048576 apply-sysctl; sysctl kernel.core_pattern a\\ ->  apply-sysctl", Arguments(host, bundle));
    }

    [Fact]
    public void An_upgrade_by_itself_changes_the_target_and_what_a_default_was()
    {
        var from = _trees.Bundle("a", new() { Target = new(NovaRelease.Antelope, "11.3", "10.0"), Nova = new() { Libvirt = new() { CpuModels = ["A"] } } });
        var to = _trees.Bundle("b", new() { Target = new(NovaRelease.Gazpacho, "11.3", "10.0"), Nova = new() { Libvirt = new() { CpuModels = ["A"] } } });
        Assert.Equal(["target nova"], Plan.Of(from, to).Nodes.Single().Changes.Select(c => $"{c.Kind} {c.Name}"));
    }

    [Fact]
    public void A_single_node_is_held_against_its_like()
    {
        var all = _trees.Bundles("all", [new("cmp01", s_before), new("cmp02", s_after)]);
        Assert.Equal(0, Run(_trees.Bundle("one", s_after, "cmp02"), all).ExitCode);
        Assert.Equal(2, Run(_trees.Bundle("other", s_after, "cmp01"), all).ExitCode);
        Assert.Equal(
            (1, "", $"{_trees.At("third/cmp001")}: is of the node 'cmp001', and {all} has none of that name; did you mean 'cmp01'? Name the node's own directory.\n"),
            Run(_trees.Bundle("third", s_after, "cmp001"), all));
    }

    [Fact]
    public void A_hosts_other_files_stay_and_are_no_change()
    {
        var host = _trees.Host("cmp01", ("etc/nova/nova.conf", "[libvirt]\nvirt_type = kvm\n"), ("etc/nova/nova.conf.d/x.conf", "[DEFAULT]\nmy_ip = 10.0.0.1\n"), ("etc/modprobe.d/other.conf", "options nouveau modeset=0\n"));
        var bundle = _trees.Bundle("b", new() { Target = Target.Debian13, Nova = new() { Libvirt = new() { VirtType = VirtType.Kvm } } });
        Assert.Equal((0, "1 node: no change\n", ""), Run(host, bundle));
        Assert.Equal((0, "1 node: no change\n", ""), Run(bundle, host));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "debug = true\n", "(1): the line stands before any group; write [DEFAULT] above it. nova-compute refuses to start with such a file." },
        { "[DEFAULT]\ndebug\n", "(2): the line has no '='; write option = value. nova-compute refuses to start with such a file." },
        { "[DEFAULT]\n\n  debug = true\n", "(3): the line begins with a blank and continues no value; take the blank away. nova-compute refuses to start with such a file." },
        { "[libvirt] # x\n", "(1): the line opens a group and does not end with ']'; write [group] alone in its line. nova-compute refuses to start with such a file." },
        { "[]\n", "(1): the line names no group; write [group]. nova-compute refuses to start with such a file." },
        { "[DEFAULT]\n= x\n", "(2): the line has no option before the '='; write option = value. nova-compute refuses to start with such a file." },
        { "\ufeff[DEFAULT]\n", "(1): the line has no '='; write option = value. nova-compute refuses to start with such a file." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_nova_refuses_is_an_error_at_its_line(string text, string message)
    {
        var to = _trees.Bundle("b", s_before);
        var from = _trees.NovaConf("a", text);
        Assert.Equal((1, "", Path.Combine(from, "etc/nova/nova.conf") + message + "\n"), Run(from, to));
    }

    [Fact]
    public void What_cannot_be_compared_is_an_error()
    {
        var bundle = _trees.Bundle("b", s_before);
        Assert.Equal((1, "", "none: there is no such directory. Name a directory of bundles, one node's bundle, or a copy of a host's files.\n"), Run("none", bundle));
        var empty = Directory.CreateDirectory(_trees.At("empty")).FullName;
        Assert.Equal((1, "", $"{empty}: holds neither bundles (NODE/manifest.json) nor a copy of a host's files (etc/nova/nova.conf, etc/modules).\n"), Run(empty, bundle));
        var host = _trees.NovaConf("a", "[DEFAULT]\n");
        Assert.Equal((1, "", "a: both sides are copies of a host's files, and neither says of which nova they are; add --nova with the release.\n"), Run(host, host));
        Assert.Equal((1, "", "--nova: 'Epoxi' is no release of nova that is bundled. Did you mean 'Epoxy'?\n"), Run(host, host, "--nova", "Epoxi"));

        var conf = Path.Combine(host, "etc/nova/nova.conf");
        File.WriteAllBytes(conf, [0x5b, 0xff]);
        Assert.StartsWith($"{conf}: is not in UTF-8;", Run(host, bundle).Error, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(bundle, "manifest.json"), "{}");
        Assert.Equal((1, "", $"{bundle}/manifest.json: is no manifest of a bundle; build the bundle again.\n"), Run(bundle, bundle));
    }

    [Fact]
    public void A_link_out_of_the_copy_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        var host = _trees.Host("a", ("etc/modules", "kvm\n"), ("outside", "[DEFAULT]\n"));
        Directory.CreateDirectory(Path.Combine(host, "etc/modules-load.d"));
        File.CreateSymbolicLink(Path.Combine(host, "etc/modules-load.d/modules.conf"), "../modules");
        File.CreateSymbolicLink(Path.Combine(host, "etc/modules-load.d/off.conf"), "/dev/null");
        Assert.Equal(0, Run(host, host, "--nova", "34").ExitCode);
        File.CreateSymbolicLink(Path.Combine(host, "etc/modules-load.d/out.conf"), _trees.NovaConf("b", "") + "/etc/nova/nova.conf");
        Assert.Contains("outside of the copy; copy the file itself.", Run(host, host, "--nova", "34").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_file_holds_does_not_write_on_the_terminal()
    {
        var (_, output, _) = Run(_trees.NovaConf("a", ""), _trees.NovaConf("b", "[DEFAULT]\nmy_ip = \u001b[2J10.0.0.1\n"), "--nova", "34");
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("\\x1b[2J10.0.0.1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_of_which_something_is_said_is_novas() =>
        Assert.All(OptionEffects.Names.Concat(OptionValues.Names), n => Assert.Equal(n, FactCatalog.Bundled.Options.Find(OptionName.Parse(n))?.Name.ToString()));

    private static string Arguments(string from, string to) => string.Join("; ", JsonDocument.Parse(Run(from, to, "--nova", "Epoxy", "--json").Output).RootElement.GetProperty("nodes")[0].GetProperty("changes").EnumerateArray()
        .Where(c => c.GetProperty("kind").GetString() is "argument" or "sysctl" or "file")
        .Select(c => $"{c.GetProperty("kind")} {c.GetProperty("name")} {c.GetProperty("before")} -> {c.GetProperty("after")} {string.Join(' ', c.GetProperty("takes").EnumerateArray())}"));

    private (string From, string To) Fleets() => (
        _trees.Bundles("from", [new("cmp01", s_before), new("cmp02", s_before), new("cmp03", s_before), new("cmp04", s_before)],
            new Image("debian", DiskFormat.Raw) { Properties = new() { HwQemuGuestAgent = true, HwDiskBus = HwDiskBus.Scsi } }, new Image("old", DiskFormat.Raw)),
        _trees.Bundles("to", [new("cmp01", s_after), new("cmp02", s_after), new("cmp03", s_before), new("cmp05", s_before)],
            new Image("debian", DiskFormat.Qcow2) { Properties = new() { HwQemuGuestAgent = true, HwMachineType = "q35" } }));

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exitCode = PlanCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }
}
