using System.Globalization;
using ConfigSdk.Analyzers.Tests.Helpers;
using CsCheck;

namespace ConfigSdk.Analyzers.Tests.Soundness;

/// <summary>
/// The editor is never wrong: random declarations, written in countless ways, are read from their source, compiled and run, and what the source tells
/// is held against what the program has. CONFIGSDK_SOUNDNESS_CASES says how many; some thousand if it is not set.
/// </summary>
public class SoundnessTests
{
    private const int BatchSize = 250;

    // What failed once is tried each time.
    private static readonly int[] s_failedOnce = [];

    private static readonly long s_batches = Math.Max(1, (long.TryParse(Environment.GetEnvironmentVariable("CONFIGSDK_SOUNDNESS_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? cases : 2_000) / BatchSize / 2);

    /// <summary>Where parts are hidden, another rule may name a mistake: one that knows less.</summary>
    private static readonly Dictionary<string, string[]> s_precedence = new();

    [Fact]
    public Task What_is_known_is_what_the_program_has() => Sample(hides: true, c =>
        RuntimeReader.Contradiction(c.Told, c.Real) is { } contradiction ? contradiction
            : c.FoundInSource.FirstOrDefault(id => !c.FoundInBuild.Contains(id) && !s_precedence.GetValueOrDefault(id, []).Intersect(c.FoundInBuild).Any()) is { } id ? $"{id} is not found in the build, but: {string.Join(' ', c.FoundInBuild)}"
            : null);

    [Fact]
    public Task However_it_is_written_the_editor_finds_what_the_build_finds() => Sample(hides: false, c =>
        RuntimeReader.Contradiction(c.Real, c.Told) is { } unknown ? "not all is known: " + unknown
            : !c.Shown.SequenceEqual(c.FoundInBuild) ? $"shown {string.Join(' ', c.Shown)}, found in the build {string.Join(' ', c.FoundInBuild)}"
            : null);

    private static async Task Sample(bool hides, Func<Case, string?> flaw)
    {
        await Check(s_failedOnce);
        await Gen.Int.Array[BatchSize].SampleAsync(Check, iter: s_batches, threads: 1);

        async Task Check(int[] seeds)
        {
            if (seeds.Length == 0)
            {
                return;
            }

            var flaws = (await Batch.Make(seeds, hides)).Cases.Select(c => (Case: c, Flaw: flaw(c))).Where(c => c.Flaw is not null).OrderBy(c => c.Case.Source.Length).ToArray();
            Assert.True(flaws.Length == 0, string.Join("\n", flaws.Take(3).Select(f => $"{flaws.Length} of {seeds.Length}, seed {f.Case.Seed}: {f.Flaw}\n{f.Case.Source}")));
        }
    }
}
