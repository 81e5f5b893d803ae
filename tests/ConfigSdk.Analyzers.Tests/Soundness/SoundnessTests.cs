using System.Globalization;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.Tests;
using CsCheck;

namespace ConfigSdk.Analyzers.Tests.Soundness;

/// <summary>
/// The editor is never wrong: random declarations, written in countless ways, are read from their source, compiled and run, and what the source tells
/// is held against what the program has. CONFIGSDK_SOUNDNESS_CASES says how many; a thousand if it is not set.
/// </summary>
public class SoundnessTests
{
    private const int BatchSize = 250;

    // What failed once is tried each time.
    private static readonly int[] s_failedOnce = [];

    private static readonly long s_batches = Math.Max(1, (long.TryParse(Environment.GetEnvironmentVariable("CONFIGSDK_SOUNDNESS_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 1_000) / BatchSize / 2);

    /// <summary>By a rule's id, those that may name the mistake instead where more is known: of the whole node, or of what is hidden. The rules' own tests hold to the same.</summary>
    private static readonly Dictionary<string, string[]> s_precedence = new()
    {
        ["NOVA1001"] = ["NOVA1005"],
        ["NOVA1002"] = ["NOVA1005"],
        ["NOVA1003"] = ["NOVA1002", "NOVA1004", "NOVA1005", "NOVA5003"],
        ["NOVA1004"] = ["NOVA1002", "NOVA1005", "NOVA5003"],
        ["NOVA1005"] = ["NOVA5001"],
        ["NOVA1006"] = ["NOVA1007", "NOVA1008", "NOVA5002"],
        ["NOVA1007"] = ["NOVA1008"],
        ["NOVA1008"] = ["NOVA5001", "NOVA5002"],
        ["NOVA1009"] = ["NOVA1002", "NOVA1005"],
        ["NOVA1010"] = ["NOVA1002", "NOVA1005", "NOVA5003"],
        ["NOVA1011"] = ["NOVA1007", "NOVA1008", "NOVA5002"],
        ["NOVA1012"] = ["NOVA1006", "NOVA1007", "NOVA1008", "NOVA1011", "NOVA5002"],
        ["NOVA1013"] = ["NOVA1011"],
        ["NOVA1015"] = ["NOVA1002"],
        ["NOVA1016"] = ["NOVA1002", "NOVA1005", "NOVA5003"],
        ["NOVA1017"] = ["NOVA1002", "NOVA1008", "NOVA5002"],
        ["NOVA1018"] = ["NOVA1011"],
        ["NOVA1021"] = ["NOVA1009"],
        ["NOVA1026"] = ["NOVA1005", "NOVA1027", "NOVA5001"],
        ["NOVA1027"] = ["NOVA1005"],
        ["NOVA1030"] = ["NOVA1029"],
        ["NOVA2001"] = ["NOVA1021"],
        ["NOVA2002"] = ["NOVA2004", "NOVA2005"],
        ["NOVA2003"] = ["NOVA2004", "NOVA2005"],
        ["NOVA2013"] = ["NOVA1011", "NOVA2001", "NOVA2010", "NOVA2014"],
        ["NOVA2014"] = ["NOVA2001"],
        ["NOVA2015"] = ["NOVA2010"],
        ["NOVA2017"] = ["NOVA2010"],
        ["NOVA2021"] = ["NOVA2020"],
        ["NOVA2022"] = ["NOVA2020"],
        ["NOVA2025"] = ["NOVA2024"],
        ["NOVA4003"] = ["NOVA4002"],
        ["NOVA4004"] = ["NOVA4002"],
        ["NOVA4005"] = ["NOVA4002"],
        ["NOVA4012"] = ["NOVA4011"],
        ["NOVA4013"] = ["NOVA4011"],
        ["NOVA4014"] = ["NOVA4011"],
        ["NOVA4015"] = ["NOVA4011"],
        ["NOVA4016"] = ["NOVA4011"],
        ["NOVA4019"] = ["NOVA4020"],
        ["NOVA4022"] = ["NOVA4011", "NOVA4012"],
        ["NOVA4031"] = ["NOVA4030", "NOVA4032"],
        ["NOVA4032"] = ["NOVA4030", "NOVA4031"],
        ["NOVA4039"] = ["NOVA4038"],
        ["NOVA4042"] = ["NOVA4041"],
        ["NOVA4043"] = ["NOVA4041"],
        ["NOVA4053"] = ["NOVA4051"],
        ["NOVA4054"] = ["NOVA4051"],
        ["NOVA4056"] = ["NOVA4051"],
        ["NOVA4058"] = ["NOVA4059"],
        ["NOVA5003"] = ["NOVA8001"],
        ["NOVA5012"] = ["NOVA5013"],
        ["NOVA5017"] = ["NOVA5017"],
    };

    [Fact]
    public Task What_is_known_is_what_the_program_has() => Sample(hides: true, c =>
        RuntimeReader.Contradiction(c.Told, c.Real) ?? NotInBuild(c.FoundInSource, c)
            // What an assembly tells of it is the same.
            ?? (Dump.Of(PartialValueJson.Read(PartialValueJson.Write(c.Told), Origin.OfAssembly())) is var told && told != Dump.Of(c.Told) ? "an assembly would tell: " + told : null));

    [Fact]
    public Task However_it_is_written_the_editor_shows_what_the_build_finds() => Sample(hides: false, c =>
        RuntimeReader.Contradiction(c.Real, c.Told) is { } unknown ? "not all is known: " + unknown
            : c.FoundInBuild.FirstOrDefault(id => !c.Shown.Contains(id)) is { } missing ? $"{missing} is not shown, but: {string.Join(' ', c.Shown)}"
            : NotInBuild(c.Shown, c));

    private static string? NotInBuild(IReadOnlyList<string> ids, Case of) =>
        ids.FirstOrDefault(id => !of.FoundInBuild.Contains(id) && !s_precedence.GetValueOrDefault(id, []).Intersect(of.FoundInBuild).Any()) is { } id
            ? $"{id} is not found in the build, but: {string.Join(' ', of.FoundInBuild)}"
            : null;

    private static async Task Sample(bool hides, Func<Case, string?> flaw)
    {
        await Check(s_failedOnce);
        foreach (var seeds in Gen.Int.Array[BatchSize].Draw((int)s_batches))
        {
            await Check(seeds);
        }

        async Task Check(int[] seeds)
        {
            if (seeds.Length == 0)
            {
                return;
            }

            var flaws = (await Batch.Make(seeds, hides, analyzes: !hides)).Cases.Select(c => (Case: c, Flaw: flaw(c))).Where(c => c.Flaw is not null).OrderBy(c => c.Case.Source.Length).ToArray();
            Assert.True(flaws.Length == 0, string.Join("\n", flaws.Take(3).Select(f => $"{flaws.Length} of {seeds.Length}, seed {f.Case.Seed}: {f.Flaw}\n{f.Case.Source}")));
        }
    }
}
