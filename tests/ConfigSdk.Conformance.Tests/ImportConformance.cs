using System.Text.Json.Nodes;
using ConfigSdk.Catalog;
using ConfigSdk.Tool.Catalog;

namespace ConfigSdk.Conformance.Tests;

/// <summary>What the real nova, QEMU and kernel say of themselves is what is bundled, to the byte.</summary>
public sealed class ImportConformance : IDisposable
{
    private readonly FactFolder _facts = new();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configsdk-");

    public void Dispose()
    {
        _facts.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public void The_installed_novas_options_are_the_bundled_ones()
    {
        var release = InstalledNova.Here.Release;
        if (!FactCatalog.Bundled.Options.LibrariesListedBeside.Contains(release))
        {
            Tool.Skip($"NOT JUDGED BY THE REAL NOVA: {release.DisplayName} is installed here, and what its libraries list is not bundled");
        }

        string[] namespaces = ["castellan.config", "keystonemiddleware.audit", "keystonemiddleware.auth_token", "nova.conf", "os_brick", "os_vif", "os_win", "oslo.cache",
            "oslo.concurrency", "oslo.config", "oslo.db", "oslo.db.concurrency", "oslo.limit", "oslo.log", "oslo.messaging", "oslo.middleware", "oslo.policy", "oslo.privsep",
            "oslo.reports", "oslo.service.periodic_task", "oslo.service.service", "oslo.service.sslutils", "oslo.service.wsgi", "oslo.versionedobjects"];
        var listing = Tool.Run("/usr/bin/oslo-config-generator", ["--format", "json", .. namespaces.SelectMany(n => new[] { "--namespace", n })]);
        var plugins = _facts.Input("plugins.json", Tool.Run("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "list_auth_plugins.py")]));

        var bundled = _facts.Text("nova-options");
        // Another truth in the place of every default and bound, which the real one has to put right.
        Assert.Equal(0, _facts.Import("nova-options", "--nova", release.Tag, "--from", _facts.Input("wrong.json", Falsified(listing)), plugins));
        Assert.InRange(_facts.Text("nova-options").Split('\n').Except(bundled.Split('\n')).Count(), 700, int.MaxValue);
        Assert.Equal(0, _facts.Import("nova-options", "--nova", release.Tag, "--from", _facts.Input("listing.json", listing), plugins));
        Assert.Equal(bundled, _facts.Text("nova-options"));
    }

    private static string Falsified(string listing)
    {
        var root = JsonNode.Parse(listing)!;
        foreach (var option in root["options"]!.AsObject().SelectMany(g => g.Value!["opts"]!.AsArray()))
        {
            // A default that is computed is kept, whatever a listing says: it prints what came out where it was made.
            if (option!["sample_default"] is null)
            {
                option["default"] = "falsified";
            }

            option["min"] = 4711;
            option["mutable"] = !option["mutable"]!.GetValue<bool>();
        }

        return root.ToJsonString();
    }

    [Theory]
    [InlineData("x86_64", true)]
    [InlineData("i386", false)]
    public void The_installed_qemus_facts_are_the_bundled_ones(string architecture, bool asksQmp)
    {
        var qemu = "/usr/bin/qemu-system-" + architecture;
        Tool.Require("QEMU", "qemu-system-x86", qemu, "--version");
        var version = VersionText.Parse(Tool.Run(qemu, ["--version"]).Split(' ')[3])!.ToString(2);
        if (!QemuFacts.Versions("x86_64").Any(v => v.ToString(2) == version))
        {
            Tool.Skip($"NOT JUDGED BY THE REAL QEMU: {version} is installed here and not bundled");
        }

        List<string> arguments =
        [
            "--qemu", version, "--architecture", architecture,
            "--machine-help", _facts.Input("machine-help", Tool.Run(qemu, ["-machine", "help"])),
            "--cpu-help", _facts.Input("cpu-help", Tool.Run(qemu, ["-cpu", "help"])),
        ];
        if (asksQmp)
        {
            const string Commands = """{"execute":"qmp_capabilities"}{"execute":"query-machines"}{"execute":"query-cpu-definitions"}{"execute":"quit"}""";
            var answers = Tool.Run(qemu, ["-S", "-M", "none", "-nodefaults", "-nographic", "-qmp", "stdio"], Commands).Split('\n');
            arguments.AddRange(["--machines", _facts.Input("machines.json", answers[2]), "--cpu-definitions", _facts.Input("cpus.json", answers[3])]);
        }

        var bundled = _facts.Text("qemu");
        _facts.Remove("qemu", version, 3, row => row[1] == architecture);
        Assert.NotEqual(bundled, _facts.Text("qemu"));
        Assert.Equal(0, _facts.Import("qemu", [.. arguments]));
        Assert.Equal(bundled, _facts.Text("qemu"));
    }

    /// <summary>Debian serves the last point release of Debian 12 for good. The package is unpacked, not installed: a kernel is no part of a build machine.</summary>
    [Fact]
    public void The_modules_of_Debian_12s_kernel_are_the_bundled_ones()
    {
        const string Platform = "debian-12";
        Tool.Require("kmod", "kmod", "/sbin/modinfo", "--version");
        var version = KernelModules.KernelVersion(Platform)!;
        Unpack(version);
        var modules = Assert.Single(Directory.GetDirectories(Path.Combine(_directory.FullName, "lib/modules")));

        var bundled = _facts.Text("kernel-modules");
        _facts.Remove("kernel-modules", Platform, 1, row => row[0] is "kernel" or "modules");
        _facts.Remove("kernel-modules", Platform, 4, row => row[0] is "parameter");
        Assert.NotEqual(bundled, _facts.Text("kernel-modules"));
        Assert.Equal(0, _facts.Import(
            "kernel-modules", "--platform", Platform, "--kernel", version,
            "--modinfo", _facts.Input("modinfo.txt", Tool.Run("/usr/bin/find", [modules, "-name", "*.ko*", "-exec", "/sbin/modinfo", "{}", "+"])),
            "--builtin", Path.Combine(modules, "modules.builtin"), "--builtin-modinfo", Path.Combine(modules, "modules.builtin.modinfo")));
        Assert.Equal(bundled, _facts.Text("kernel-modules"));
    }

    private void Unpack(string version)
    {
        try
        {
            // The package that always depends on the newest kernel names the one of this version.
            var depends = Tool.Run("/usr/bin/apt-cache", ["show", "linux-image-amd64=" + version]).Split('\n').Single(l => l.StartsWith("Depends: ", StringComparison.Ordinal));
            var package = depends.Split(' ')[1];
            Tool.Run("/bin/sh", ["-c", $"cd '{_directory.FullName}' && apt-get download {package}={version} && dpkg-deb -x *.deb . && rm *.deb"]);
        }
        catch (InvalidOperationException e)
        {
            // No failure on CI either: an archive moves on, and the bundled facts stay true of the version that they name.
            Tool.Skip($"NOT JUDGED BY THE REAL KERNEL: apt does not have Debian's linux-image {version} ({e.Message.Trim()})");
        }
    }
}
