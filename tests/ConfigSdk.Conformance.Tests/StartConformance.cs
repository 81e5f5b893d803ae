using System.Reflection;
using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using ConfigSdk.Tests;
using ConfigSdk.Rules.Tests;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// Where a message says that nova-compute would refuse to start, the real one refuses; where the real one refuses, an error says why. Where a message
/// says that the node would report no resources, it reports none; where it reports none, something is found. The examples of the rules' own tests are
/// judged so, the choices of settings.txt, and nodes at random.
/// </summary>
public sealed class StartConformance
{
    /// <summary>Settings of examples that a start says nothing of here.</summary>
    private static readonly HashSet<string> s_leftOut = new(StringComparer.Ordinal)
    {
        "DEFAULT.my_ip", "DEFAULT.state_path", "DEFAULT.transport_url", "oslo_concurrency.lock_path", // the judge's own
        "connection_uri", // nobody connects to a libvirt that is played
    };

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public Task Examples_of_the_rules_tests_start_or_do_not(string root)
    {
        var nova = StartingNova.In(root);
        var examples = Examples(nova.Release).Select(e => new Case(
            [.. ExampleLine.Settings(e.Line).Select(s => $"{s.Name} = {s.Value}")], parts => ExampleLine.Node(string.Join(" | ", parts), nova.Release), e.Rules)).ToArray();
        // All of them take minutes; a part of them is another one with each seed.
        var some = examples.OrderBy(e => Order(e.ToString())).Take(Sampling.Count("CONFIGSDK_EXAMPLES", 120))
            // What a reference or a secret's mark stands for is not the line's.
            .Where(e => !e.ToString().Contains('$') && !e.ToString().Contains("@secret"));
        return Judge(nova, "start: examples of the rules' tests", some);
    }

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public Task Nodes_at_random_start_or_do_not(string root)
    {
        var nova = StartingNova.In(root);
        return Judge(nova, "start: nodes at random, libvirt played", AtRandom(nova, Sampling.Count("CONFIGSDK_STARTS", 100)));
    }

    /// <summary>Each choice of settings.txt by itself.</summary>
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public Task Choices_start_or_do_not(string root)
    {
        var nova = StartingNova.In(root);
        return Judge(nova, "start: each choice alone", new SomeSettings(nova.Release).Choices.Select(c => Of(nova.Release, c)).OrderBy(c => Order(c.ToString())).Take(Sampling.Count("CONFIGSDK_CHOICES", 80)));
    }

    /// <summary>What deployers write starts.</summary>
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public Task Deployers_nodes_start(string root)
    {
        var nova = StartingNova.In(root);
        return Judge(nova, "start: deployers' templates", DeployerTemplates.All.Where(t => t.Release == nova.Release).Select(t => Of(nova.Release, t.Settings.Where(s => !s_leftOut.Contains(s.ToString().Split(' ')[0])))));
    }

    /// <summary>As above, with the root's own libvirtd and QEMU, on a host of made-up CPUs. As it needs root and a root of its own, it has to be asked for.</summary>
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public Task Nodes_at_random_start_or_do_not_beside_the_real_libvirt(string root)
    {
        var count = Sampling.Count("CONFIGSDK_REAL_STARTS", 0);
        if (count == 0 || root == "/")
        {
            Tool.Skip("NOT JUDGED BESIDE THE REAL LIBVIRT: asked for by CONFIGSDK_REAL_STARTS, in a root of CONFIGSDK_NOVA_ROOTS");
        }

        var nova = StartingNova.BesideLibvirtIn(root);
        return Judge(nova, "start: nodes at random, real libvirt and QEMU", AtRandom(nova, count));
    }

    private static IEnumerable<Case> AtRandom(StartingNova nova, int count) =>
        new SomeSettings(nova.Release, nova.IsBesideLibvirt).Node.Draw(count).Select(s => Of(nova.Release, s));

    private static Case Of(Release release, IEnumerable<Setting> settings) =>
        new([.. settings.Select(s => s.ToString())], parts => Setting.LibvirtNode(release, parts.Select(Setting.Parse)), []);

    // A text's place in an order that the seed decides.
    private static ulong Order(string text) => text.Aggregate(Draws.Seed, (hash, c) => (hash ^ c) * 1_099_511_628_211);

    private static async Task Judge(StartingNova nova, string suite, IEnumerable<Case> cases)
    {
        var tally = new Tally(suite, nova.Release);
        var reduced = 0;
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1 }, async (judged, _) =>
        {
            if (await Difference(nova, judged, judged.Parts, tally) is not { } difference)
            {
                return;
            }

            // Of many differences most are one.
            if (Interlocked.Increment(ref reduced) <= 25)
            {
                var smallest = await Sampling.Reduced(judged.Parts, parts => Difference(nova, judged, parts, null));
                difference = await Difference(nova, judged, smallest, null) ?? difference;
            }

            tally.Differ(difference);
        });
        tally.Report();
    }

    /// <summary>In what nova and the rules differ; null if in nothing.</summary>
    private static async Task<string?> Difference(StartingNova nova, Case judged, IReadOnlyList<string> parts, Tally? tally)
    {
        var node = judged.Node(parts);
        var findings = Judged.All(node);
        if (findings.Any(f => !f.Rule.IsConfigurable))
        {
            return null; // no file is written
        }

        var verdict = await nova.Judge(node);
        var refusing = findings.Where(f => f.Message.Contains(Outcome.NoStart, StringComparison.Ordinal)).ToArray();
        var withholding = findings.Where(f => f.Message.Contains(Outcome.NoReport, StringComparison.Ordinal)).ToArray();
        tally?.Judged(!verdict.Started, refusing.Length > 0);
        // Where it depends on what is not declared, the message says so.
        (string? What, IReadOnlyList<Finding> About) difference =
            verdict.Started && refusing.Where(f => !f.Message.Contains(Outcome.NoStart + ", or ", StringComparison.Ordinal)).ToArray() is { Length: > 0 } wrong ? ("nova starts", wrong)
            : !verdict.Started && !findings.Any(f => Explains(f, verdict.Error!)) ? ($"nova refuses ({verdict.Error}), and no error says so", findings)
            : verdict.Started && !verdict.IsDegraded && withholding.Length > 0 ? ("the node reports its resources", withholding)
            : verdict.IsDegraded && findings.Count == 0 ? ($"the node reports no resources ({string.Join("; ", verdict.Logged)}), and nothing is found", findings)
            : (null, findings);
        if (difference.What is null)
        {
            Confirm(tally, judged, verdict, findings);
            return null;
        }

        // What we say and nova does not is never the host's doing.
        var text = verdict.Error ?? (verdict.IsDegraded ? string.Join("; ", verdict.Logged) : "");
        if (HostStates.ReasonOf(text) is { } reason)
        {
            tally?.Explain(reason);
            return null;
        }

        return $"{string.Join(" | ", parts)}\n    {difference.What}{string.Concat(difference.About.Select(f => $"\n    {f.Rule.Id}: {f.Message}"))}";
    }

    private static void Confirm(Tally? tally, Case judged, StartVerdict verdict, IReadOnlyList<Finding> findings)
    {
        bool Says(Finding finding, string outcome) => finding.Message.Contains(outcome, StringComparison.Ordinal);
        var (found, kind) = verdict switch
        {
            { Started: false } => (findings.Where(f => Explains(f, verdict.Error!)), Evidence.Refused),
            { IsDegraded: true } => (findings.Where(f => Says(f, Outcome.NoReport)), Evidence.Withheld),
            _ => (findings.Where(f => !Says(f, Outcome.NoReport) && !Says(f, Outcome.NoStart)), Evidence.Accepted),
        };
        tally?.Confirm(found.Select(f => f.Rule.Id).Distinct(), kind);
        if (verdict is { Started: true, IsDegraded: false })
        {
            tally?.Confirm(judged.Rules.Except(findings.Select(f => f.Rule.Id)), Evidence.Silent);
        }
    }

    /// <summary>Whether a finding is why nova refuses: it says so, or it is about the value that nova names.</summary>
    private static bool Explains(Finding finding, string error) =>
        finding.Rule.Consequence == Consequence.Refused
        && (finding.Message.Contains(Outcome.NoStart, StringComparison.Ordinal) || (finding.Arguments is [string { Length: > 1 } option, ..] && option[0] == '[' && OptionName.Parse(option) is { } name && error.Contains(name.Option, StringComparison.Ordinal)));

    /// <summary>The lines of the rules' tests that say all, for a release and an architecture that can be judged, and the rules that they are tests of.</summary>
    private static IEnumerable<(string Line, string[] Rules)> Examples(Release release) =>
        from test in typeof(CpuRulesTests).Assembly.GetTypes().SelectMany(t => t.GetMethods())
        where test.GetParameters() is [{ Name: "node" or "mistake" }, ..]
        from example in test.GetCustomAttributes<InlineDataAttribute>()
        let line = (string)example.Data[0]!
        where !line.Contains('?') && !line.Contains("...") && line.Split('|', StringSplitOptions.RemoveEmptyEntries).All(s => s.Contains('='))
        let settings = ExampleLine.Settings(line).Where(s => !ExampleLine.IsOfTarget(s.Name) || s is { Name: "libvirt" or "qemu" }).ToArray()
        where settings.Length > 0 && !line.Contains("compute_driver", StringComparison.Ordinal) && !settings.Any(s => s_leftOut.Contains(s.Name))
        let judged = string.Join(" | ", settings.Select(s => $"{s.Name} = {s.Value}"))
        where ExampleLine.Node(judged, release).Target is { CpuMap: { } map } target && map.IsOf(target.Libvirt!)
        group Regex.Matches(test.Name, "NOVA[0-9]{4}").Select(m => m.Value) by judged into same
        orderby same.Key
        select (same.Key, same.SelectMany(r => r).Distinct().ToArray());

    /// <summary>A node that is judged.</summary>
    /// <param name="Parts">Its settings, of which each can be left out.</param>
    /// <param name="Node">The node with some of them.</param>
    /// <param name="Rules">Of which rules it is an example.</param>
    private sealed record Case(IReadOnlyList<string> Parts, Func<IReadOnlyList<string>, NodeFacts> Node, IReadOnlyList<string> Rules)
    {
        public override string ToString() => string.Join(" | ", Parts);
    }
}
