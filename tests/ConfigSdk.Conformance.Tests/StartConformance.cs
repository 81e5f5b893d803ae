using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using ConfigSdk.Rules.Tests;
using CsCheck;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// Where a message says that nova-compute would refuse to start, the real one refuses; where the real one refuses, there is an error. The
/// examples of the rules' own tests are judged so, and declarations that are made of their settings at random.
/// </summary>
public sealed class StartConformance
{
    // The versions beside Debian's novas.
    private static readonly Dictionary<string, string> s_platforms = new()
    {
        ["22.0.0"] = "libvirt = 7.0.0 | qemu = 5.2 | ",
        ["26.0.0"] = "libvirt = 9.0.0 | qemu = 7.2 | ",
        ["31.0.0"] = "libvirt = 11.3.0 | qemu = 10.0 | ",
        ["34.0.0"] = "libvirt = 12.8.0 | qemu = 11.1 | ",
    };

    private static readonly string[] s_targetSettings = ["target", "nova", "libvirt", "qemu", "architecture", "platform", "name", "group"];

    /// <summary>Settings whose truth is the host's or another service's, with the reason why a start says nothing of them here.</summary>
    private static readonly Dictionary<string, string> s_leftOut = new()
    {
        ["DEFAULT.my_ip"] = "the judge's own",
        ["DEFAULT.state_path"] = "the judge's own",
        ["DEFAULT.transport_url"] = "the judge's own",
        ["oslo_concurrency.lock_path"] = "the judge's own",
        ["connection_uri"] = "nobody connects to libvirt",
    };

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void Examples_of_the_rules_tests_start_or_do_not(string root) =>
        Judge(root, Examples(StartingNova.In(root).Release));

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void Declarations_at_random_start_or_do_not(string root)
    {
        var release = StartingNova.In(root).Release;
        var settings = Examples(release).SelectMany(Settings).Distinct().ToLookup(s => s.Name, s => s.Value);
        var names = settings.Select(s => s.Key).Order(StringComparer.Ordinal).ToArray();
        var lines = new List<string>();
        var count = int.Parse(Environment.GetEnvironmentVariable("CONFIGSDK_STARTS") ?? "60", CultureInfo.InvariantCulture);
        Gen.Select(Gen.Int[0, names.Length - 1].HashSet[1, 8], Gen.Int[0, 1_000_000]).Sample(
            (chosen, seed) =>
            {
                lines.Add(string.Join(" | ", chosen.Select(i => settings[names[i]].Order(StringComparer.Ordinal).ToArray() is var values ? $"{names[i]} = {values[seed % values.Length]}" : "")));
            },
            iter: count, threads: 1, seed: Environment.GetEnvironmentVariable("CONFIGSDK_SEED") ?? "0000KOIPe036");
        Judge(root, lines);
    }

    private static void Judge(string root, IReadOnlyCollection<string> lines)
    {
        var nova = StartingNova.In(root);
        var (refused, claimed, differences) = (0, 0, new ConcurrentBag<string>());
        Parallel.ForEach(lines, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, line =>
        {
            var node = Declared.Node(Retargeted(line, nova.Release));
            var findings = Judged.All(node);
            if (findings.Any(f => !f.Rule.IsConfigurable))
            {
                return; // no file is written
            }

            var verdict = nova.Judge(node);
            var claims = findings.Where(f => f.Message.Contains("nova-compute would refuse to start", StringComparison.Ordinal)).ToArray();
            Interlocked.Add(ref refused, verdict.Started ? 0 : 1);
            Interlocked.Add(ref claimed, claims.Length > 0 ? 1 : 0);
            if (verdict.Started && claims.Any(c => !c.Message.Contains("nova-compute would refuse to start, or ", StringComparison.Ordinal)))
            {
                differences.Add($"{line}\n  nova starts, but: {string.Join("\n  ", claims.Select(Text))}");
            }
            else if (!verdict.Started && !findings.Any(f => f.Rule.Consequence == Consequence.Refused))
            {
                differences.Add($"{line}\n  no error found ({string.Join(" ", findings.Select(f => f.Rule.Id))}), but nova: {verdict.Error}");
            }
        });
        TestContext.Current.SendDiagnosticMessage(
            $"{nova.Release.DisplayName}: {lines.Count} starts, nova refuses {refused}, we say so of {claimed}, differences {differences.Count}");
        Assert.True(differences.IsEmpty, string.Join('\n', differences.Order(StringComparer.Ordinal)));
    }

    private static string Text(Finding finding) => finding.Rule.Id + ": " + finding.Message;

    /// <summary>The lines of the rules' tests that say all, for a release and an architecture that can be judged.</summary>
    private static IReadOnlyCollection<string> Examples(Release release) =>
    [
        .. typeof(CpuRulesTests).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.GetParameters() is [{ Name: "node" or "mistake" }, ..])
            .SelectMany(m => m.GetCustomAttributes<InlineDataAttribute>()).Select(d => d.Data).Select(d => (string)d[0]!)
            .Where(l => !l.Contains('?') && !l.Contains("..."))
            .Select(l => string.Join(" | ", Settings(l).Where(s => !s_targetSettings.Contains(s.Name) || s is { Name: "libvirt" or "qemu" }).Select(s => $"{s.Name} = {s.Value}")))
            .Where(l => l.Length > 0 && !l.Contains("compute_driver", StringComparison.Ordinal) && !Settings(l).Any(s => s_leftOut.ContainsKey(s.Name)))
            .Where(l => Declared.Node(Retargeted(l, release)).Target is { CpuMap: { } map } target && map.IsOf(target.Libvirt!))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static string Retargeted(string line, Release release) => string.Join(
        " | ",
        Settings($"nova = {release.Tag} | {s_platforms[release.Tag]} architecture = x86_64 | DEFAULT.compute_driver = libvirt.LibvirtDriver | {line}")
            .GroupBy(s => s.Name).Select(s => $"{s.Key} = {s.Last().Value}"));

    private static IEnumerable<(string Name, string Value)> Settings(string line) =>
        line.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => s.Split('=', 2, StringSplitOptions.TrimEntries)).Select(s => (s[0], s[1]));
}
