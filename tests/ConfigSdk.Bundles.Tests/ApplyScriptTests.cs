namespace ConfigSdk.Bundles.Tests;

/// <summary>apply.sh, run by this machine's shells on a made-up root.</summary>
public sealed class ApplyScriptTests : IDisposable
{
    private const string Conf = "/etc/nova/nova.conf";
    private const string Rules = "/etc/udev/rules.d/45-qemu-kvm.rules";
    private const string Options = "/etc/modprobe.d/kvm.conf";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly NodeProfile s_profile = new()
    {
        Target = Target.Debian13,
        Host = new()
        {
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }],
            Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } },
        },
        Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { VirtType = VirtType.Kvm } },
    };

    private static readonly NodeBundle s_bundle = Render.Node(s_profile);

    private readonly MadeUpRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void All_files_come_into_place_and_a_second_run_changes_nothing(string shell)
    {
        Shell.Require(shell);
        Before().Bring(s_bundle);
        Assert.Equal(2, _root.RunWith(shell, "apply.sh", "--check").Code);
        Assert.Equal("old", _root.Read(Conf));
        Assert.False(Directory.Exists(_root.At("/var")));

        var (code, output, error) = _root.RunWith(shell, "apply.sh");

        Assert.Equal((0, ""), (code, error));
        IsDeclared();
        Assert.Contains($"changing {Conf}", output, StringComparison.Ordinal);
        Assert.Contains("to do on the node: systemctl restart nova-compute", output, StringComparison.Ordinal);
        Assert.Contains("to do on the node: udevadm control --reload && udevadm trigger", output, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Directory.GetFiles(_root.At("/var/lib/configsdk/backup/old")).Single(f => File.ReadAllText(f) == "old")));

        Assert.Equal((0, "apply.sh: all is as declared\n", ""), _root.RunWith(shell, "apply.sh"));
        Assert.Equal((0, "apply.sh: all is as declared\n", ""), _root.RunWith(shell, "apply.sh", "--check"));
    }

    [Fact]
    public void Only_what_changed_is_told_to_who_reads_it()
    {
        Applied();
        _root.Write(Rules, "other");
        var output = _root.Run("apply.sh").Output;
        Assert.Contains("udevadm trigger", output, StringComparison.Ordinal);
        Assert.DoesNotContain("systemctl", output, StringComparison.Ordinal);
        Assert.DoesNotContain("modprobe", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_is_not_loaded_is_named()
    {
        Before().Bring(s_bundle).Write("/proc/modules", "kvm 1 0 - Live 0x0\n");
        var output = _root.Run("apply.sh").Output;
        Assert.Contains("unless you do: modprobe kvm_intel\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("modprobe kvm\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kernel_is_told_of_its_settings_and_the_operator_of_the_boot()
    {
        var sysctl = s_profile.Override(new() { Host = new() { Sysctl = new() { VmSwappiness = 10 } } });
        var both = sysctl.Override(new() { Host = new() { Kernel = new() { IsolatedCpus = "2-7", GrubFragment = true } } });

        Before().Bring(Render.Node(sysctl));
        var output = _root.Run("apply.sh").Output;
        Assert.Contains("to do on the node: sysctl -p /etc/sysctl.d/70-nova-compute.conf\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("grub", output, StringComparison.Ordinal);

        output = _root.Bring(Render.Node(both)).Run("apply.sh").Output;
        Assert.Contains("to do on the node: update-grub\napply.sh: the kernel's command line counts from the next boot\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("sysctl", output, StringComparison.Ordinal);
        Assert.EndsWith("\nGRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX isolcpus=2-7\"\n", _root.Read("/etc/default/grub.d/nova-compute.cfg"), StringComparison.Ordinal);

        output = _root.Bring(s_bundle).Run("apply.sh").Output;
        Assert.Contains("removing /etc/default/grub.d/nova-compute.cfg\n", output, StringComparison.Ordinal);
        Assert.Contains("what /etc/sysctl.d/70-nova-compute.conf has set stays so until the next boot\n", output, StringComparison.Ordinal);
        Assert.Contains("to do on the node: update-grub\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_mode_alone_is_a_difference()
    {
        Applied();
        Permissions.Set(_root.At(Conf), OwnerOnly | UnixFileMode.OtherRead);
        Assert.Equal(2, _root.Run("apply.sh", "--check").Code);
        Assert.Equal(0, _root.Run("apply.sh").Code);
        IsDeclared();
    }

    [Fact]
    public void The_difference_is_shown_without_secrets()
    {
        _root.Bring(Render.Node(s_profile.Override(new()
        {
            Nova = new() { Default = new() { TransportUrl = Secret.FromCommand("echo rabbit://new-secret@mq") }, Extra = [new("plugin", "pin", Secret.FromCommand("echo new-secret"))] },
        })));
        _root.Write(Conf, "[DEFAULT]\ndebug = true\ntransport-url = rabbit://old-secret@mq\n  old-secret\n# transport_url: old-secret\nnote = http://u:old-secret@x\n[plugin]\npin=old-secret\n[a]\nmetadata_proxy_shared_secret = old-secret\n");
        foreach (var arguments in new[] { new[] { "--check", "--diff" }, ["--diff"], ["--diff"] })
        {
            var (_, output, error) = _root.Run("apply.sh", arguments);
            Assert.DoesNotContain("-secret", output + error, StringComparison.Ordinal);
            Assert.Equal(arguments.Length == 2, output.Contains("would change", StringComparison.Ordinal));
            if (arguments.Length == 2)
            {
                Assert.Contains("\n-debug = true\n", output, StringComparison.Ordinal);
                Assert.Contains("\n-note = http://(a secret)@x\n", output, StringComparison.Ordinal);
            }
        }

        Assert.Contains("transport_url = \"rabbit://new-secret@mq\"", _root.Read(Conf), StringComparison.Ordinal);
        Assert.Equal(OwnerOnly | UnixFileMode.GroupRead, Permissions.Of(_root.At(Conf)));

        // Another secret in the same place.
        _root.Write(Conf, _root.Read(Conf).Replace("new-secret", "newer-secret", StringComparison.Ordinal));
        Assert.Contains($"--- {Conf}: only owner, group, mode or a secret differ", _root.Run("apply.sh", "--check", "--diff").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_missing_changes_nothing()
    {
        Before().Bring(Render.Node(s_profile.Override(new() { Nova = new() { Default = new() { TransportUrl = Secret.FromFile("/nonexistent/url") } } })));
        var before = _root.Files();
        var (code, _, error) = _root.Run("apply.sh");
        Assert.Equal(1, code);
        Assert.Contains("transport_url: cannot be read from file /nonexistent/url", error, StringComparison.Ordinal);
        Assert.Equal(before, _root.Files());
    }

    [Fact]
    public void Trace_mode_shows_no_secret()
    {
        _root.Bring(Render.Node(s_profile.Override(new() { Nova = new() { Default = new() { TransportUrl = Secret.FromCommand("printf %s%s se cret") } } })));
        var (code, output, error) = Shell.Run("sh", ["-x", Path.Combine(_root.Bundle, "apply.sh"), "--diff", "--root", _root.Path]);
        Assert.Equal(0, code);
        Assert.DoesNotContain("secret\"", output + error, StringComparison.Ordinal);
        Assert.Contains("\"secret\"", _root.Read(Conf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group", "there is no group nova")]
    [InlineData("half a bundle", "copied in part")]
    [InlineData("a link", "/etc/modprobe.d is a symbolic link")]
    [InlineData("a directory", "/etc/modules is no ordinary file")]
    public void What_cannot_be_done_is_told_before_anything_is_changed(string flaw, string told)
    {
        Before().Bring(s_bundle);
        switch (flaw)
        {
            case "group":
                _root.Write("/etc/group", _root.Read("/etc/group").Replace("nova:", "other:", StringComparison.Ordinal));
                break;
            case "half a bundle":
                File.WriteAllText(Path.Combine(_root.Bundle, "rootfs" + Rules), "KERN");
                break;
            case "a link":
                Directory.CreateDirectory(_root.At("/elsewhere"));
                File.CreateSymbolicLink(_root.At("/etc/modprobe.d"), "/elsewhere");
                break;
            default:
                Directory.CreateDirectory(_root.At("/etc/modules"));
                break;
        }

        var before = _root.Files();
        var (code, output, error) = _root.Run("apply.sh");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.Equal(before, _root.Files());
    }

    [Fact]
    public void Where_one_file_fails_all_are_put_back()
    {
        Before().Bring(s_bundle);
        var before = _root.Files();
        using var tools = new ToolsThatFail();
        // The second rename into place: one file is new by then.
        var (code, _, error) = tools.Run(_root, "mv", 4);
        Assert.Equal(1, code);
        Assert.Contains("everything is as it was before", error, StringComparison.Ordinal);
        Assert.Equal(before, _root.Files());
        Assert.False(Directory.Exists(_root.At("/etc/modprobe.d")));
        Assert.Equal(0, _root.Run("apply.sh").Code);
        IsDeclared();
    }

    [Theory]
    [InlineData("cp")]
    [InlineData("mv")]
    [InlineData("rm")]
    [InlineData("chmod")]
    public void A_run_that_is_killed_leaves_whole_files_and_the_next_one_finishes(string tool)
    {
        using var tools = new ToolsThatFail();
        var old = Before().Bring(s_bundle).Files();
        var wanted = Wanted();
        var kills = 0;
        while (true)
        {
            foreach (var directory in new[] { "/etc/modprobe.d", "/etc/udev", "/var" }.Where(d => Directory.Exists(_root.At(d))))
            {
                Directory.Delete(_root.At(directory), recursive: true);
            }

            Before().Delete("/etc/modules");
            var (code, _, _) = tools.Run(_root, tool, kills + 1, kill: true);
            if (code == 0)
            {
                break;
            }

            kills++;
            var files = _root.Files().Where(f => !f.Key.Contains("/.configsdk-new-", StringComparison.Ordinal)).ToArray();
            Assert.All(files, f => Assert.True(f.Value == old.GetValueOrDefault(f.Key) || f.Value == wanted.GetValueOrDefault(f.Key), $"{tool} {kills}: {f}"));
            Assert.InRange(_root.Run("apply.sh", "--check").Code, 0, 2);
            var (again, _, error) = _root.Run("apply.sh");
            Assert.Equal((0, ""), (again, error));
            IsDeclared();
            Assert.DoesNotContain(_root.Files(), f => f.Key.Contains("configsdk-new", StringComparison.Ordinal));
            Assert.Equal(["backup", "installed", "lock"], Directory.EnumerateFileSystemEntries(_root.At("/var/lib/configsdk")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        Assert.True(kills > 0);
    }

    [Fact]
    public void Two_at_once_are_one_after_the_other()
    {
        Before().Bring(s_bundle);
        Directory.CreateDirectory(_root.At("/var/lib/configsdk"));
        var held = Shell.Run("flock", [_root.At("/var/lib/configsdk/lock"), "sh", Path.Combine(_root.Bundle, "apply.sh"), "--root", _root.Path]);
        Assert.Equal(1, held.Code);
        Assert.Contains("another apply.sh is at work", held.Error, StringComparison.Ordinal);
        Assert.Equal("old", _root.Read(Conf));
    }

    [Fact]
    public void What_an_earlier_bundle_brought_goes_with_its_declaration_unless_it_was_changed()
    {
        Applied();
        _root.Write("/etc/modules", "mine");
        _root.Bring(Render.Node(s_profile with { Host = null }));
        var (code, output, error) = _root.Run("apply.sh");
        Assert.Equal(0, code);
        Assert.Contains($"removing {Options}", output, StringComparison.Ordinal);
        Assert.Contains("/etc/modules is of an earlier bundle and was changed since", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_root.At(Options)));
        Assert.False(File.Exists(_root.At(Rules)));
        Assert.Equal("mine", _root.Read("/etc/modules"));
    }

    [Theory]
    [InlineData("--root", "")]
    [InlineData("--root", "/")]
    [InlineData("--root=", null)]
    [InlineData("--force", null)]
    public void A_wrong_call_is_refused(string argument, string? value)
    {
        _root.Bring(s_bundle);
        var (code, _, error) = Shell.Run("sh", [Path.Combine(_root.Bundle, "apply.sh"), argument, .. value is null ? Array.Empty<string>() : [value]]);
        Assert.Equal(64, code);
        Assert.Contains("usage: sh apply.sh", error, StringComparison.Ordinal);
    }

    private MadeUpRoot Before()
    {
        _root.Write(Conf, "old");
        Permissions.Set(_root.At(Conf), OwnerOnly);
        return _root;
    }

    private void Applied()
    {
        Before().Bring(s_bundle);
        Assert.Equal(0, _root.Run("apply.sh").Code);
    }

    private static Dictionary<string, string> Wanted() => s_bundle.Files.Where(f => f.NodePath is not null).ToDictionary(
        f => f.NodePath!, f => $"{(UnixFileMode)Convert.ToInt32(f.Mode, 8)}: {System.Text.Encoding.UTF8.GetString(f.Content.Span)}");

    private void IsDeclared()
    {
        var files = _root.Files();
        Assert.All(Wanted(), f => Assert.Equal(f.Value, files[f.Key]));
    }

    /// <summary>Programs that do as they should but for one call, counted from 1: before that one fails, or their whole process group is killed.</summary>
    private sealed class ToolsThatFail : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configsdk-");

        public void Dispose() => _directory.Delete(recursive: true);

        public (int Code, string Output, string Error) Run(MadeUpRoot root, string tool, int call, bool kill = false)
        {
            var path = Path.Combine(_directory.FullName, tool);
            var count = Path.Combine(_directory.FullName, "count");
            File.WriteAllText(count, "0\n");
            File.WriteAllText(path, $$"""
                #!/bin/sh
                read -r n < '{{count}}'
                echo $((n + 1)) > '{{count}}'
                [ $((n + 1)) -ne {{call}} ] || {{(kill ? "kill -9 0" : "exit 1")}}
                PATH=${PATH#*:} exec {{tool}} "$@"
                """);
            Permissions.Set(path, OwnerOnly | UnixFileMode.UserExecute);
            return Shell.Run(
                "setsid", ["--wait", "sh", Path.Combine(root.Bundle, "apply.sh"), "--root", root.Path],
                ("PATH", $"{_directory.FullName}:{Environment.GetEnvironmentVariable("PATH")}"));
        }
    }
}
