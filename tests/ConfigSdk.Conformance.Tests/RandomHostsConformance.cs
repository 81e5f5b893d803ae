using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using ConfigSdk.Tests;
using ConfigSdk.Rules.Tests;
using CsCheck;
using KernelModules = ConfigSdk.Catalog.KernelModules;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// Hosts at random, with modules and parameters that there are and that there are not: modprobe finds the modules of which no warning says that they
/// are missing, modinfo lists the parameters likewise, modprobe reads the options as declared, and udev takes every rule that is written.
/// </summary>
public sealed class RandomHostsConformance
{
    private static readonly Dictionary<string, string> s_platforms = new() { ["22.0.0"] = "debian-11", ["26.0.0"] = "debian-12", ["31.0.0"] = "debian-13", ["34.0.0"] = "debian-sid" };
    private static readonly string[] s_names = ["kvm-intel", "kvm-amd", "vfio-pci", "vhost-net", "kvmintel", "kvm_intell", "vhost_nett", "nosuchmodule", "br_netfilter", "nf_conntrack", "dm-multipath", "nbd", "8021q", "bonding", "ip_tables", "loop", "zram", "nvme-tcp"];
    private static readonly string[] s_values = ["0", "1", "Y", "n", "16", "4096", "0x10", "on", "-1", "10de:1eb8,10de:1eb9", "abc", "a=b", "100%", "x,y"];
    // Which accounts there are is the host's.
    private static readonly string[] s_users = ["root", "daemon", "0", "107"];
    private static readonly string[] s_groups = ["root", "kvm", "disk", "0", "107"];
    private static readonly string[] s_modes = ["0660", "660", "0666", "0600", "000", "7777"];

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void Hosts_at_random_are_read_as_declared(string root)
    {
        Tool.Require("modprobe", "kmod", "/sbin/modprobe", "--version");
        var release = InstalledNova.In(root).Release;
        var platform = s_platforms[release.Tag];
        var tally = new Tally("host files at random", release);
        var hosts = Host(platform).Draw(Sampling.Count("CONFIGSDK_HOSTS", 150)).Select(h => (Host: h, Node: Declared(platform, h)))
            .Select(h => (h.Host, h.Node, Findings: Judged.Of(h.Node))).Where(h => h.Findings.All(f => f.Rule.IsConfigurable)).ToArray();
        var folder = Directory.CreateDirectory(Path.Combine(root, "tmp", $"configsdk-{Environment.ProcessId}-{Environment.TickCount64}"));
        string[] said;
        try
        {
            for (var i = 0; i < hosts.Length; i++)
            {
                foreach (var file in NodeBundle.Render(hosts[i].Node).Files.Where(f => f.NodePath is not null))
                {
                    var path = $"{folder.FullName}/{i}{file.NodePath}";
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllBytes(path, file.Content.ToArray());
                }
            }

            File.WriteAllLines(Path.Combine(folder.FullName, "NAMES"), hosts.SelectMany(h => h.Host.Modules).Select(m => m.Name).Distinct());
            var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "judge_host_files.sh"));
            string[] command = [.. root == "/" ? Array.Empty<string>() : ["/usr/sbin/chroot", root], "/bin/sh", "-c", script, "sh", "/tmp/" + folder.Name];
            said = Tool.Run(command[0], command[1..]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var lines = said.Select(l => l.Split('\t')).ToLookup(l => l[0]);
        var modules = lines["module"].ToDictionary(l => l[1], l => l[2] == "found");
        var parameters = lines["parameter"].Select(l => (l[1], l[2])).ToHashSet();
        var options = lines["options"].ToLookup(l => l[1], l => l[2]);
        var refused = lines["refused"].ToLookup(l => l[1], l => l[2]);
        for (var i = 0; i < hosts.Length; i++)
        {
            var (host, _, findings) = hosts[i];
            var differences = new List<string>();
            foreach (var (name, given) in host.Modules)
            {
                var missing = findings.Any(f => f.Rule.Id == "NOVA2004" && Equals(f.Arguments[0], name));
                if (!modules.TryGetValue(name, out var found))
                {
                    continue;
                }

                tally.Confirm(["NOVA2004"], missing ? Evidence.Refused : Evidence.Silent);
                if (found == missing)
                {
                    differences.Add($"{name}: {(found ? "modprobe finds it, which is said to be missing" : "modprobe does not find it, and no warning says so")}");
                }

                // Of other modules the catalog has no parameters, and modinfo not all of those that a module's own code reads.
                foreach (var (parameter, _) in given.Where(p => found && KernelModules.Used.Contains(KernelModules.Normalize(name)) && !KernelModules.OwnReading(name).Contains(p.Name)))
                {
                    var unknown = findings.Any(f => f.Rule.Id == "NOVA2007" && Equals(f.Arguments[0], KernelModules.Normalize(name)) && Equals(f.Arguments[1], parameter));
                    tally.Confirm(["NOVA2007"], unknown ? Evidence.Accepted : Evidence.Silent);
                    if (parameters.Contains((name, parameter)) == unknown)
                    {
                        differences.Add($"{name} {parameter}: {(unknown ? "modinfo has it, which is said to be missing" : "modinfo does not have it, and no warning says so")}");
                    }
                }
            }

            var written = host.Modules.Where(m => m.Parameters.Length > 0).Select(m => $"{KernelModules.Normalize(m.Name)} {string.Join(" ", m.Parameters.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value}"))}").ToHashSet();
            var index = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            // What the kernel's own command line says of modules is among it.
            differences.AddRange(written.Where(w => !options[index].Contains(w)).Select(w => $"modprobe does not read: options {w}"));
            differences.AddRange(refused[index].Select(r => "udev refuses a rule that is written: " + r));
            tally.Judged(host.Modules.Any(m => modules.TryGetValue(m.Name, out var found) && !found), findings.Any(f => f.Rule.Id == "NOVA2004"));
            foreach (var difference in differences)
            {
                tally.Differ(difference);
            }
        }

        tally.Report();
    }

    private static Gen<SomeHost> Host(string platform)
    {
        var all = KernelModules.Names(platform)!.Order(StringComparer.Ordinal).ToArray();
        var name = Gen.Int[0, 5].SelectMany(i => Sampling.AnyOf(i switch { 0 => all, 1 or 2 => s_names, _ => KernelModules.Used }));
        var module =
            from n in name
            from parameters in Parameter(n).Array[0, 3]
            select (n, parameters.GroupBy(p => p.Name).Select(p => p.First()).ToArray());
        return from modules in module.Array[0, 5]
               from owner in Sampling.AnyOf<string?>([null, .. s_users])
               from owners in Sampling.AnyOf<string?>([null, .. s_groups])
               from mode in Sampling.AnyOf<string?>([null, .. s_modes])
               select new SomeHost([.. modules.GroupBy(m => KernelModules.Normalize(m.n)).Select(m => m.First())], owner, owners, mode);
    }

    private static Gen<(string Name, string Value)> Parameter(string module)
    {
        string[] known = [.. KernelModules.Parameters(module).Select(p => p.Name).Distinct()];
        return from parameter in Sampling.AnyOf([.. known, .. known, "nosuchparameter", "nested", "neested"])
               from value in Sampling.AnyOf(s_values)
               select (parameter, value);
    }

    private static NodeFacts Declared(string platform, SomeHost host)
    {
        var target = Platforms.Find(platform)!;
        var modules = host.Modules.Select(m => Record("KernelModule", new()
        {
            ["Name"] = Known(m.Name),
            ["Parameters"] = new Sequence([.. m.Parameters.Select(p => Record("ModuleParameter", new() { ["Name"] = Known(p.Name), ["Value"] = Known(p.Value) }))], isOpen: false, "parameters"),
        }));
        var kvm = new[] { ("Owner", host.Owner), ("Group", host.Group), ("Mode", host.Mode) }.Where(p => p.Item2 is not null).ToDictionary(p => p.Item1, p => (PartialValue)Known(p.Item2!));
        var profile = Record("NodeProfile", new()
        {
            ["Target"] = Record("Target", new()
            {
                ["Nova"] = Known(target.Nova!.Tag), ["Libvirt"] = Known(target.Libvirt), ["Qemu"] = Known(target.Qemu), ["Architecture"] = Known(target.Architecture), ["Platform"] = Known(target.Name),
            }),
            ["Host"] = Record("Host", new() { ["Modules"] = new Sequence([.. modules], isOpen: false, "modules"), ["Udev"] = Record("Udev", new() { ["Kvm"] = Record("DeviceNode", kvm) }) }),
        });
        return NodeFacts.OfNode(Record("ComputeNode", new() { ["Name"] = Known("judged"), ["Profile"] = profile }), FactCatalog.Bundled)!;
    }

    private static Known Known(string text) => new(text, text);

    private static Record Record(string type, Dictionary<string, PartialValue> properties) => new(type, properties, isOpen: false, type);

    private sealed record SomeHost(IReadOnlyList<(string Name, (string Name, string Value)[] Parameters)> Modules, string? Owner, string? Group, string? Mode);
}
