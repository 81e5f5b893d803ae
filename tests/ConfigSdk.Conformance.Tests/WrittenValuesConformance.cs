using System.Text.Json;
using ConfigSdk.Rules;
using ConfigSdk.Rules.Tests;
using ConfigSdk.Tests;
using CsCheck;

namespace ConfigSdk.Conformance.Tests;

/// <summary>Texts, lists and dictionaries of any signs: what a rule does not refuse is written, and oslo.config reads back the same.</summary>
public sealed class WrittenValuesConformance
{
    // CR, LF and NUL no line can hold. A $ before a name is a reference; $$ and \$ are a $.
    private static readonly Gen<string> s_text = Gen.String[Gen.Char["\"\"''  ##;,:=[]{}\\\\%$$abcÄé€\t\u00a0\u0085\u2028\r\n\0defghijklmnopqrstuvwxyz0123456789"], 0, 10];

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void Texts_read_back(string root) => Judge<string>(
        root, "texts", s_text, "[pci] alias", texts => new() { Pci = new() { Alias = [.. texts] } },
        read => read.GetString()!, Unescaped);

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void Lists_read_back(string root) => Judge<string[]>(
        root, "lists", s_text.Array[0, 4], "[DEFAULT] compute_monitors", lists => new() { Default = new() { ComputeMonitors = lists[0] } },
        read => string.Join('\n', read.EnumerateArray().Select(i => i.GetString())), list => string.Join('\n', list.Select(Unescaped)), perFile: 1);

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void Dictionaries_read_back(string root) => Judge<IReadOnlyDictionary<string, string>>(
        root, "dictionaries", Gen.Dictionary(s_text, s_text)[0, 4].Select(IReadOnlyDictionary<string, string> (d) => d),
        "[DEFAULT] reserved_huge_pages", some => new() { Default = new() { ReservedHugePages = some } },
        read => Pairs(read.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))), dictionary => Pairs(dictionary.Select(p => (Unescaped(p.Key), Unescaped(p.Value)))));

    private static string Pairs(IEnumerable<(string Key, string Value)> pairs) => string.Join('\n', pairs.Select(p => p.Key + "\t=" + p.Value).Order(StringComparer.Ordinal));

    private static string Unescaped(string text) => text.Replace("\\$", "$$", StringComparison.Ordinal).Replace("$$", "$", StringComparison.Ordinal);

    /// <param name="root">Whose oslo.config reads.</param>
    /// <param name="kind">What is drawn.</param>
    /// <param name="values">The values.</param>
    /// <param name="option">The option that has them.</param>
    /// <param name="declared">What declares some of them.</param>
    /// <param name="read">What was read, as a text.</param>
    /// <param name="meant">What is meant, as a text.</param>
    /// <param name="perFile">How many of them one file holds.</param>
    private static void Judge<T>(string root, string kind, Gen<T> values, string option, Func<T[], Nova> declared, Func<JsonElement, string> read, Func<T, string> meant, int perFile = 500)
    {
        var reader = InstalledNova.In(root);
        var tally = new Tally($"{kind} of any signs", reader.Release);
        var written = new List<T>();
        foreach (var value in values.Draw(Sampling.Count("CONFIGSDK_VALUES", 500)))
        {
            // What of aliases is wrong with the text is another matter.
            var isRefused = Judged.All(Facts([value])).Any(f => f.Rule.Consequence == Consequence.Refused && f.Rule.Id.StartsWith("NOVA5", StringComparison.Ordinal));
            tally.Judged(false, isRefused);
            if (!isRefused)
            {
                written.Add(value);
            }
        }

        foreach (var some in written.Chunk(perFile))
        {
            var verdict = reader.Read(InstalledNova.ConfOf(Facts(some)));
            if (verdict.Errors.GetValueOrDefault(option) is { } error)
            {
                tally.Differ($"{JsonSerializer.Serialize(some)}: {error}");
                continue;
            }

            var value = verdict.Values[option];
            var all = perFile == 1 ? [value] : value.EnumerateArray().ToArray();
            Assert.Equal(some.Length, all.Length);
            foreach (var (mine, its) in some.Zip(all))
            {
                if (meant(mine) != read(its))
                {
                    tally.Differ($"{JsonSerializer.Serialize(mine)} is read as {its.GetRawText()}");
                }
                else
                {
                    tally.Read(kind);
                }
            }
        }

        tally.Report();

        NodeFacts Facts(T[] some) => NovaConfConformance.Facts(declared(some), reader.Release);
    }
}
