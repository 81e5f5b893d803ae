using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;

namespace ConfigSdk.Conformance.Tests;

/// <summary>The real ansible-playbook takes bundles to nodes, each of which is a folder here.</summary>
public sealed class AnsibleConformance : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("configsdk-ansible-");

    public AnsibleConformance() => Tool.Require("ansible-playbook", "ansible-core", "ansible-playbook", "--version");

    private string Bundles => Path.Combine(_folder.FullName, "bundles");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_check_changes_nothing_a_run_writes_every_file_and_a_second_run_finds_nothing_to_do()
    {
        Write(Node("cmp01", new() { Libvirt = new() { VirtType = VirtType.Kvm } }), Node("cmp02", new() { Libvirt = new() { VirtType = VirtType.Qemu } }));

        var check = Play("--check", "--diff");
        Assert.Contains("+virt_type = kvm", check.Output, StringComparison.Ordinal);
        Assert.Equal([6, 6], check.Changed);
        Assert.Empty(Installed("cmp01"));

        Assert.Equal([6, 6], Play().Changed);
        foreach (var node in new[] { "cmp01", "cmp02" })
        {
            Assert.Equal(["etc/default/grub.d/nova-compute.cfg", "etc/modules", "etc/nova/nova.conf", "etc/sysctl.d/70-nova-compute.conf", "etc/udev/rules.d/45-qemu-kvm.rules"], Installed(node));
            Assert.All(Installed(node), f => Assert.Equal(File.ReadAllText(Path.Combine(Bundles, node, "rootfs", f)), File.ReadAllText(Path.Combine(Root(node), f))));
        }

        Assert.Equal("640\n", Tool.Run("stat", ["-c", "%a", Path.Combine(Root("cmp01"), "etc/nova/nova.conf")]));
        Assert.Equal([0, 0], Play("--check").Changed);
    }

    [Fact]
    public void Secrets_are_put_in_on_the_node_and_are_never_shown()
    {
        Write(Node("cmp01", new() { Default = new() { TransportUrl = Secret.FromEnvironment("RABBIT_URL") } }));
        const string Url = "rabbit://nova:pa$$word@rabbit.example.org:5672/";

        var missing = Run([]);
        Assert.NotEqual(0, missing.ExitCode);
        Assert.Contains("RABBIT_URL", missing.Output, StringComparison.Ordinal);
        Assert.Empty(Installed("cmp01"));

        var (exitCode, output) = Run(["--diff", "-v"], ("RABBIT_URL", Url));
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("pa$", output, StringComparison.Ordinal);
        Assert.EndsWith("transport_url = \"rabbit://nova:pa$$$$word@rabbit.example.org:5672/\"\n", File.ReadAllText(Path.Combine(Root("cmp01"), "etc/nova/nova.conf")), StringComparison.Ordinal);
        Assert.Equal([0], Play(("RABBIT_URL", Url)).Changed);
    }

    [Fact]
    public void Groups_tell_which_nodes_belong_together()
    {
        Write(
            Node("cmp01", new() { Libvirt = new() { VirtType = VirtType.Kvm } }, "rack {{ 1 }}: a"), Node("cmp02", new() { Libvirt = new() { VirtType = VirtType.Kvm } }, "Rack [[ 1 ]]: a"),
            Node("7", new() { Libvirt = new() { VirtType = VirtType.Qemu } }));
        using var read = JsonDocument.Parse(Tool.Run("ansible-inventory", ["-i", Path.Combine(Bundles, "ansible", "inventory.yml"), "--list"]));
        Assert.Equal(
            [
                "configsdk_nodes: 7 cmp01 cmp02", "like_7: 7", "like_cmp01: cmp01 cmp02", "migration_group_rack____1_____a: cmp02", "migration_group_rack____1_____a_2: cmp01",
                "platform_debian_13: 7 cmp01 cmp02", "release_31_0_0: 7 cmp01 cmp02",
            ],
            read.RootElement.EnumerateObject().Where(g => g.Value.TryGetProperty("hosts", out _))
                .Select(g => $"{g.Name}: {string.Join(' ', g.Value.GetProperty("hosts").EnumerateArray())}").Order(StringComparer.Ordinal));
        var variables = read.RootElement.GetProperty("_meta").GetProperty("hostvars").GetProperty("cmp01");
        Assert.Equal("31.0.0", variables.GetProperty("configsdk_nova").GetProperty("__ansible_unsafe").GetString());
        // What looks like a template is none.
        Assert.Equal("rack {{ 1 }}: a", variables.GetProperty("configsdk_migration_group").GetProperty("__ansible_unsafe").GetString());
    }

    [Fact]
    public void What_is_declared_no_more_goes_whichever_way_it_came_unless_somebody_changed_it()
    {
        string[] nodes = ["cmp01", "cmp02"];
        Nova nova = new() { Default = new() { TransportUrl = Secret.FromCommand("echo rabbit://mq") } };
        Write([.. nodes.Select(n => Node(n, nova))]);
        Apply("cmp01");
        Assert.Equal([6], Play("--limit", "cmp02").Changed);
        Assert.Equal(Listed("cmp01").Select(l => l[65..]), Listed("cmp02").Select(l => l[65..]));
        Assert.All(nodes, n => Assert.All(Listed(n), l => Assert.Equal(l[..64], Sha256(n, l[66..]))));
        // Each way takes the other's list for its own.
        Assert.Equal([0], Play("--limit", "cmp01", "--check").Changed);
        Apply("cmp02", "--check");
        var listed = nodes.Select(Listed).ToArray();

        foreach (var node in nodes)
        {
            File.AppendAllText(Path.Combine(Root(node), "etc/modules"), "mine\n");
        }

        Write([.. nodes.Select(n => Node(n, nova, host: new()))]);
        var before = Installed("cmp01");
        Assert.Equal([3], Play("--limit", "cmp01", "--check").Changed);
        Assert.Equal(before, Installed("cmp01"));
        Assert.Equal(listed[0], Listed("cmp01"));

        var (output, changed) = Play("--limit", "cmp01");
        Assert.Equal([3], changed);
        Assert.Contains("/etc/modules is of an earlier bundle and was changed since; it is left alone", output, StringComparison.Ordinal);
        Assert.Contains("stay so until the next boot", output, StringComparison.Ordinal);
        Apply("cmp02");
        Assert.All(nodes, n => Assert.Equal(["etc/modules", "etc/nova/nova.conf"], Installed(n)));
        Assert.All(nodes, n => Assert.Equal(["/etc/nova/nova.conf"], Listed(n).Select(l => l[65..])));
    }

    [Fact]
    public void What_apply_sh_left_half_done_is_told_before_anything_is_changed()
    {
        Write(Node("cmp01", new() { Libvirt = new() { VirtType = VirtType.Kvm } }));
        Directory.CreateDirectory(Path.Combine(Root("cmp01"), "var/lib/configsdk/transaction"));
        var (exitCode, output) = Run([]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("A run of apply.sh was broken off on this node", output, StringComparison.Ordinal);
        Assert.Empty(Installed("cmp01"));
    }

    private static NodeBundle Node(string name, Nova nova, string? group = null, Host? host = null) => NodeBundle.Render(NodeFacts.OfNode(
        ObjectReader.Read(
            new ComputeNode(name, new()
            {
                Target = Target.Debian13,
                Host = host ?? new()
                {
                    Kernel = new() { IsolatedCpus = "2-7", GrubFragment = true },
                    Modules = [KernelModule.Kvm, KernelModule.KvmIntel],
                    Sysctl = new() { VmSwappiness = 10 },
                    Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } },
                },
                Nova = nova,
            }) { MigrationGroup = group },
            null),
        FactCatalog.Bundled)!);

    private void Write(params NodeBundle[] nodes)
    {
        new BundleDirectory(Bundles, Path.Combine(_folder.FullName, "written")).Write(nodes, []);
        foreach (var folder in nodes.SelectMany(n => new[] { "etc/nova", "etc/sysctl.d", "etc/udev/rules.d" }.Select(f => Path.Combine(Root(n.Name), f))))
        {
            Directory.CreateDirectory(folder);
        }
    }

    private string Root(string node) => Path.Combine(_folder.FullName, "roots", node);

    /// <summary>The node's files, without its accounts and what the ways of deploying note for themselves.</summary>
    private string[] Installed(string node) =>
        [.. Directory.GetFiles(Root(node), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root(node), f))
            .Where(f => f is not ("etc/passwd" or "etc/group") && !f.StartsWith("var/lib/configsdk/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The list of what bundles brought: a SHA-256 and a path a line.</summary>
    private string[] Listed(string node) => File.ReadAllLines(Path.Combine(Root(node), "var/lib/configsdk/installed"));

    private string Sha256(string node, string path) => Tool.Run("sha256sum", [Path.Combine(Root(node), path)])[..64];

    /// <summary>Has the bundle's own script do it, with accounts that are whoever runs the tests.</summary>
    private void Apply(string node, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(Root(node), "etc/passwd"), $"root:x:{Tool.Run("id", ["-u"]).Trim()}:0::/root:/bin/sh\n");
        File.WriteAllText(Path.Combine(Root(node), "etc/group"), string.Concat(new[] { "kvm", "root", "nova" }.Select(g => $"{g}:x:{Tool.Run("id", ["-g"]).Trim()}:\n")));
        Tool.Run("sh", [Path.Combine(Bundles, node, "apply.sh"), "--root", Root(node), .. arguments]);
    }

    private (string Output, int[] Changed) Play(params string[] arguments) => Played(Run(arguments));

    private (string Output, int[] Changed) Play((string, string) secret) => Played(Run([], secret));

    private static (string Output, int[] Changed) Played((int ExitCode, string Output) run)
    {
        Assert.True(run.ExitCode == 0, run.Output);
        return (run.Output, [.. Regex.Matches(run.Output, @"changed=(\d+)").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))]);
    }

    private (int ExitCode, string Output) Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("ansible-playbook",
        [
            "-i", "inventory.yml", "site.yml", "--connection", "local", "-e", "configsdk_become=false",
            "-e", $"{{\"configsdk_root\": \"{_folder.FullName}/roots/{{{{ inventory_hostname }}}}\"}}", .. arguments,
        ])
        {
            WorkingDirectory = Path.Combine(Bundles, "ansible"),
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ANSIBLE_NOCOLOR"] = "1";
        start.Environment["ANSIBLE_PIPELINING"] = "1";
        start.Environment["ANSIBLE_PYTHON_INTERPRETER"] = "/usr/bin/python3";
        start.Environment["ANSIBLE_HOME"] = Path.Combine(_folder.FullName, "home");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
