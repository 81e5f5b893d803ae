using System.Reflection;
using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using ConfigSdk.Rules.Tests;
using ConfigSdk.Rules.Wording;
using ConfigSdk.Tests;
using CsCheck;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// Guests of images at random on nodes at random, made by the real nova and, where it is asked for, taken by the real libvirt and QEMU. Where a message says
/// that there would be no such guest, there is none, whatever its flavor; where there is none, an error says why.
/// </summary>
public sealed class GuestConformance
{
    // Of a guest with a disk of the node's and a network.
    private static readonly Regex s_refused = new($"{SomeImages.IsRefused}|{Outcome.NoGuest}|{Outcome.NoLocalDisks}|every guest of the image (with a network )?would fail");

    // What one that is played takes.
    private static readonly Regex s_byLibvirt = new(@"(?<!\[)libvirt (refuses|has)|QEMU has no|has no such machine|gives it no PCI bus|CPU feature '.*' is not in libvirt|CPU flag '.*' cannot be given|KVM runs guests of the host's own kind|machine type \S+ has no such bus");

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public Task Guests_at_random_are_made_or_are_not(string root) =>
        Judge(StartingNova.In(root), "guests at random, libvirt played", Sampling.Count("CONFIGSDK_GUESTS", 40), null);

    /// <summary>As above, with the root's own libvirtd and QEMU. There is no /dev/kvm.</summary>
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public Task Guests_at_random_are_made_or_are_not_beside_the_real_libvirt(string root)
    {
        var count = Sampling.Count("CONFIGSDK_REAL_GUESTS", 0);
        if (count == 0 || root == "/")
        {
            Tool.Skip("NOT JUDGED BESIDE THE REAL LIBVIRT: asked for by CONFIGSDK_REAL_GUESTS, in a root of CONFIGSDK_NOVA_ROOTS");
        }

        return Judge(StartingNova.BesideLibvirtIn(root), "guests at random, real libvirt and QEMU", count, Setting.Parse("virt_type = qemu"));
    }

    /// <summary>The examples of the rules over images, on nodes that declare what theirs do.</summary>
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public async Task Examples_of_the_rules_tests_are_made_or_are_not(string root)
    {
        var nova = StartingNova.In(root);
        var tally = new Tally("guests: examples of the rules' tests", nova.Release);
        foreach (var some in Examples(nova.Release).GroupBy(e => e.Node).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var node = ExampleLine.Node(some.Key, nova.Release);
            var findings = Judged.All(node);
            var examples = some.ToArray();
            var verdict = await nova.Judge(node, [.. examples.Select(e => SomeImages.Asked(e.Properties))]);
            if (!verdict.Started)
            {
                tally.Explain(HostStates.ReasonOf(verdict.Error!) ?? throw new InvalidOperationException($"{some.Key}: {verdict.Error}"));
                continue;
            }

            foreach (var (example, refusal) in examples.Zip(verdict.Guests))
            {
                if (Difference(nova, node, findings, some.Key, example.Properties, refusal, tally, example.Rules) is { } difference)
                {
                    tally.Differ(difference);
                }
            }
        }

        tally.Report();
    }

    /// <summary>The lines that say all of a node and an image, and the rules that they are tests of.</summary>
    private static IEnumerable<(string Node, (string Name, string Value)[] Properties, string[] Rules)> Examples(Release release) =>
        from test in typeof(ImageGuestRulesTests).GetMethods().Concat(typeof(ImagePropertyRulesTests).GetMethods())
        where test.GetParameters() is [{ Name: "nodes" }, { Name: "properties" }, ..]
        from example in test.GetCustomAttributes<InlineDataAttribute>()
        let nodes = (string)example.Data[0]!
        let properties = (string)example.Data[1]!
        where !nodes.Contains(';') && !nodes.Contains('?') && properties.Split(' ').All(p => p.Contains('=') && !p.EndsWith("=?", StringComparison.Ordinal))
        where SomeImages.Parse(properties).GroupBy(p => p.Name).All(g => g.Count() == 1)
        let settings = ExampleLine.Settings(nodes).ToArray()
        // The installed one is of another architecture, or lacks what the line speaks of.
        where !settings.Any(s => s is { Name: "architecture", Value: not "x86_64" } || s.Name is "libvirt" or "qemu" or "DEFAULT.compute_driver")
        let node = string.Join(" | ", settings.Where(s => !ExampleLine.IsOfTarget(s.Name)).Select(s => $"{s.Name} = {s.Value}"))
        where ExampleLine.Node(node, release) is { Target.CpuMap: not null } declared && Judged.All(declared).All(f => f.Rule.Consequence != Consequence.Refused)
        let rules = Regex.Matches(test.Name, "NOVA[0-9]{4}").Select(m => m.Value)
        group rules by (node, properties) into same
        select (same.Key.node, SomeImages.Parse(same.Key.properties), same.SelectMany(r => r).Distinct().ToArray());

    /// <summary>Judges guests: of ten images on each node.</summary>
    private static async Task Judge(StartingNova nova, string suite, int count, Setting? always)
    {
        var tally = new Tally(suite, nova.Release);
        var reduced = 0;
        var draws = new SomeSettings(nova.Release, nova.IsBesideLibvirt).Sound.Select(SomeImages.Readable.Array[10]).Draw((count + 9) / 10);
        await Parallel.ForEachAsync(draws, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1 }, async (draw, _) =>
        {
            var (settings, images) = draw;
            var differences = await Differences(nova, With(settings), images, tally);
            foreach (var (image, text) in images.Zip(differences).Where(d => d.Second is not null))
            {
                var smallest = text!;
                // Of many differences most are one.
                if (Interlocked.Increment(ref reduced) <= 25)
                {
                    var properties = await Sampling.Reduced(image, p => Difference(settings, p));
                    var few = await Sampling.Reduced(settings, s => Difference(s, properties));
                    smallest = await Difference(few, properties) ?? smallest;
                }

                tally.Differ(smallest);
            }
        });
        tally.Report();

        IEnumerable<Setting> With(IEnumerable<Setting> settings) => always is null ? settings : settings.Where(s => s.Option != always.Option).Append(always);

        async Task<string?> Difference(IReadOnlyList<Setting> settings, IReadOnlyList<(string, string)> properties) => (await Differences(nova, With(settings), [[.. properties]], null))[0];
    }

    /// <summary>In what nova and the rules differ about guests of each image; null if in nothing.</summary>
    private static async Task<string?[]> Differences(StartingNova nova, IEnumerable<Setting> settings, (string Name, string Value)[][] images, Tally? tally)
    {
        var node = Setting.LibvirtNode(nova.Release, settings);
        var findings = Judged.All(node);
        if (findings.Any(f => !f.Rule.IsConfigurable))
        {
            return new string?[images.Length]; // no file is written
        }

        var verdict = await nova.Judge(node, [.. images.Select(SomeImages.Asked)]);
        return [.. images.Select((properties, i) => verdict.Started ? Difference(nova, node, findings, string.Join(" | ", settings), properties, verdict.Guests[i], tally, []) : null)];
    }

    private static string? Difference(StartingNova nova, NodeFacts node, IReadOnlyList<Finding> ofNode, string settings, (string Name, string Value)[] properties, string? refusal, Tally? tally, string[] rules)
    {
        Finding[] findings = [.. ofNode, .. SomeImages.Judge(node, SomeImages.Declared(properties))];
        var refused = findings.Where(f => s_refused.IsMatch(f.Message) && (nova.IsBesideLibvirt || !s_byLibvirt.IsMatch(f.Message))).ToArray();
        tally?.Judged(refusal is not null, refused.Length > 0);
        (string? What, IEnumerable<Finding> About) difference =
            refusal is null && refused.Length > 0 ? ("nova makes a guest", refused)
            : refusal is not null && !findings.Any(f => f.Rule.Consequence == Consequence.Refused) ? ($"nova makes no guest ({refusal}), and no error says so", findings)
            : (null, []);
        if (difference.What is null)
        {
            tally?.Confirm((refusal is null ? findings.Where(f => !s_refused.IsMatch(f.Message)) : refused).Select(f => f.Rule.Id).Distinct(), refusal is null ? Evidence.Accepted : Evidence.Refused);
            tally?.Confirm(refusal is null ? rules.Except(findings.Select(f => f.Rule.Id)) : [], Evidence.Silent);
            return null;
        }

        if (refusal is not null && (IsOfOtherArchitecture(properties) ? "the host has no QEMU of that architecture" : HostStates.ReasonOf(refusal)) is { } reason)
        {
            tally?.Explain(reason);
            return null;
        }

        return $"{settings} || {string.Join(" ", properties.Select(p => $"{p.Name}={p.Value}"))}\n    {difference.What}{string.Concat(difference.About.Select(f => $"\n    {f.Rule.Id}: {f.Message}"))}";
    }

    private static bool IsOfOtherArchitecture((string Name, string Value)[] properties) =>
        properties.Any(p => p is { Name: "hw_architecture" or "hw_emulation_architecture" or "architecture", Value: not ("x86_64" or "i686" or "amd64") });
}
