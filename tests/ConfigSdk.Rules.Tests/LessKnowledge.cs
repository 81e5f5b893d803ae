using ConfigSdk.Catalog;
using ConfigSdk.Tests;
using CsCheck;

namespace ConfigSdk.Rules.Tests;

/// <summary>
/// What the editor finds with less knowledge, the build finds too: forgetting parts of a declaration never adds a mistake. Which rule
/// names a mistake may change with what is known; then the build's rule is one that takes precedence over the editor's.
/// </summary>
internal static class LessKnowledge
{
    private const int Cases = 5_000;

    // What is worth knowing gives way to what makes the setting pointless or wrong, and a module to what is known of its host.
    private static readonly Dictionary<string, string[]> s_common = new()
    {
        ["NOVA1011"] = ["NOVA1008"],
        ["NOVA1017"] = ["NOVA1002", "NOVA1008"],
        ["NOVA1018"] = ["NOVA1011"],
        ["NOVA1027"] = ["NOVA1005"],
        ["NOVA2001"] = ["NOVA1021"],
    };

    /// <summary>Judges random declarations whole and with parts forgotten.</summary>
    /// <param name="precedence">By a rule's id, the rules that may take its place when more is known.</param>
    /// <param name="settings">The settings of which declarations are made, see <see cref="Setting"/>.</param>
    public static void AddsNoMistake(Dictionary<string, string[]> precedence, params Gen<string>[] settings) => Parallel.ForEach(
        Gen.Select(Lines(settings), Gen.Int).Draw(Cases), drawn =>
        {
            var (line, seed) = drawn;
            var full = Declared.NodeRecord(line);
            var random = new Random(seed);
            var forgotten = (Record)Forget(full, random, isRoot: true);
            if (NodeFacts.OfNode(forgotten, FactCatalog.Bundled) is not { } facts)
            {
                return;
            }

            var known = Judged.All(NodeFacts.OfNode(full, FactCatalog.Bundled)!);
            var added = Judged.All(facts).Where(f => !known.Any(k =>
                (k.Rule.Id == f.Rule.Id && Equals(k.At.Origin, f.At.Origin)) || precedence.GetValueOrDefault(f.Rule.Id, []).Concat(s_common.GetValueOrDefault(f.Rule.Id, [])).Contains(k.Rule.Id)));
            var text = string.Join("\n", added.Select(f => $"{f.Rule.Id} {f.Message}\nof {line}\nfound with all known: {Judged.Ids(known)}\nforgotten: {Text(forgotten)}"));
            Assert.True(text.Length == 0, text);
        });

    /// <summary>The same for a fleet of two nodes and an image, whose properties are settings without blanks, see <see cref="Property"/>.</summary>
    public static void AddsNoMistakeToFleet(Dictionary<string, string[]> precedence, Gen<string>[] node, params Gen<string>[] properties) =>
        Parallel.ForEach(
            Gen.Select(Lines(node), Lines(node), Joined(properties, " "), Gen.Int).Draw(Cases), drawn =>
            {
                var (first, second, image, seed) = drawn;
                var lines = $"name = a | {first}; name = b | {second}";
                var full = Declared.Fleet(lines, image);
                var random = new Random(seed);
                Sequence Forgotten(IEnumerable<Record> records) => new([.. records.Select(r => Forget(r, random))], random.Next(12) == 0, null);
                var forgotten = FleetFacts.Read(Forgotten(full.Nodes.Select(n => n.Declared)), Forgotten(full.Images.Select(i => i.Declared)), FactCatalog.Bundled);
                var known = RuleCatalog.Judge(full);
                var added = RuleCatalog.Judge(forgotten).Where(f => !known.Any(k =>
                    (k.Rule.Id == f.Rule.Id && Equals(k.At.Origin, f.At.Origin)) || precedence.GetValueOrDefault(f.Rule.Id, []).Concat(s_common.GetValueOrDefault(f.Rule.Id, [])).Contains(k.Rule.Id)));
                var text = string.Join("\n", added.Select(f => $"{f.Rule.Id} {f.Message}\nof {lines}\nand {image}\nfound with all known: {Judged.Ids(known)}"));
                Assert.True(text.Length == 0, text);
            });

    private static PartialValue Forget(PartialValue value, Random random, bool isRoot = false) =>
        !isRoot && random.Next(12) == 0 ? new Unknown(value.Origin) : value switch
        {
            Record record => Forget(record, random),
            Sequence list when random.Next(6) == 0 => new Sequence([.. list.Items.Where(_ => random.Next(2) == 0).Select(i => Forget(i, random))], true, list.Origin),
            Sequence list => new Sequence([.. list.Items.Select(i => Forget(i, random))], list.IsOpen, list.Origin),
            _ => value,
        };

    private static Record Forget(Record record, Random random)
    {
        var isOpen = random.Next(10) == 0;
        var kept = record.Properties.Where(_ => !isOpen || random.Next(2) == 0).ToDictionary(p => p.Key, p => Forget(p.Value, random));
        return new Record(record.TypeName, kept, isOpen, record.Origin);
    }

    private static Gen<string> Lines(Gen<string>[] settings) => Joined(settings, " | ");

    private static Gen<string> Joined(Gen<string>[] settings, string separator) =>
        settings.Aggregate((all, next) => Gen.Select(all, next).Select((a, b) => a + separator + b));

    /// <summary>A setting with one of the values, or none.</summary>
    public static Gen<string> Setting(string name, params string[] values) =>
        Gen.Int[-values.Length / 2 - 1, values.Length - 1].Select(i => i < 0 ? "" : name + " = " + values[i]);

    /// <summary>An image's property with one of the values, or none.</summary>
    public static Gen<string> Property(string name, params string[] values) =>
        Gen.Int[-values.Length / 2 - 1, values.Length - 1].Select(i => i < 0 ? "" : name + "=" + values[i]);

    private static string Text(PartialValue value) => value switch
    {
        Known known => known.Value,
        Unset => "unset",
        Sequence list => "[" + string.Join(", ", list.Items.Select(Text)) + (list.IsOpen ? "...]" : "]"),
        Record record => record.TypeName + " { " + string.Join("; ", record.Properties.Select(p => p.Key + " = " + Text(p.Value))) + (record.IsOpen ? "; ... }" : " }"),
        _ => "?",
    };
}
