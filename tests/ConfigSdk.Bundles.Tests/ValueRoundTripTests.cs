using System.Text.Json;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;
using CsCheck;

namespace ConfigSdk.Bundles.Tests;

/// <summary>Whatever a value is made of, nova reads it back from the file, or a rule says that it could not.</summary>
public class ValueRoundTripTests
{
    private static readonly Gen<string> s_text = Gen.Char["\"' #;,:=[]{}\\%abcÄé\t\n\u0001\u00a0\u2028\ud800"].Array[0, 6].Select(c => new string(c));

    private static readonly Gen<string?> s_option = Gen.Frequency((1, Gen.Const(0).Select(_ => (string?)null)), (2, s_text.Select(t => (string?)t)));

    /// <summary>Each step of making a set, and what it includes and excludes.</summary>
    private static readonly Gen<(CpuSet Set, HashSet<int> In, HashSet<int> Out)> s_set =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 20], Gen.Int[0, 5]).Array[1, 6].Select(steps => steps.Aggregate(
            (Set: CpuSet.Of(40), In: new HashSet<int> { 40 }, Out: new HashSet<int>()),
            (made, step) =>
            {
                var (kind, first, last) = (step.Item1, step.Item2, step.Item2 + step.Item3);
                (kind is 0 or 1 ? made.In : made.Out).UnionWith(kind is 0 or 3 ? [first, last] : Enumerable.Range(first, last - first + 1));
                return (kind switch
                {
                    0 => made.Set.And(CpuSet.Of(first, last)),
                    1 => made.Set.And(CpuSet.Range(first, last)),
                    3 => made.Set.Except(first).Except(last),
                    _ => made.Set.ExceptRange(first, last),
                }, made.In, made.Out);
            }));

    [Fact]
    public void A_cpu_set_is_what_its_parts_include_without_what_they_exclude() => s_set.Sample(made =>
        Assert.Equal(made.In.Except(made.Out).Order(), NovasCpus(made.Set.Text!).Order()));

    [Fact]
    public void A_pci_device_is_read_back_key_by_key() =>
        Gen.Select(s_option, s_option, s_option, Gen.Bool, s_text.Array[0, 2]).Sample((vendor, address, slot, trusted, traits) =>
        {
            var spec = new PciDeviceSpec
            {
                VendorId = vendor,
                Address = address is not null ? address : new PciAddressPattern { Slot = slot },
                Trusted = trusted,
                Traits = traits.Length == 0 ? null : traits,
            };
            var pci = new PciOptions { DeviceSpec = [spec] };
            if (Refused(new() { Pci = pci }))
            {
                Assert.True(HasHalfSurrogate(vendor + address + slot) || traits.Any(t => t.Trim() != t || t.Length == 0 || t.Contains(',') || t.Contains('\n') || HasHalfSurrogate(t)));
                return;
            }

            using var read = JsonDocument.Parse(Line(new() { Pci = pci }, "device_spec"));
            Assert.Equal(vendor, read.RootElement.TryGetProperty("vendor_id", out var v) ? v.GetString() : null);
            Assert.Equal(trusted ? "true" : "false", read.RootElement.GetProperty("trusted").GetString());
            Assert.Equal(traits.Length == 0 ? null : string.Join(",", traits), read.RootElement.TryGetProperty("traits", out var t) ? t.GetString() : null);
            var readAddress = read.RootElement.GetProperty("address");
            Assert.Equal(address ?? slot, address is not null ? readAddress.GetString() : readAddress.TryGetProperty("slot", out var s) ? s.GetString() : null);
            Assert.Equal(read.RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), read.RootElement.EnumerateObject().Select(p => p.Name));
        });

    [Fact]
    public void A_dictionary_is_read_back_pair_by_pair() => Gen.Dictionary(s_text, s_text)[0, 3].Sample(pairs =>
    {
        var nova = new Nova { Default = new() { ReservedHugePages = [pairs] } };
        if (Refused(nova))
        {
            Assert.Contains(pairs, p => p.Key.Length == 0 || p.Key.Contains(':')
                || new[] { p.Key, p.Value }.Any(t => t.Trim() != t || t.Contains(',') || t.Contains('\n') || HasHalfSurrogate(t)));
            return;
        }

        var line = Line(nova, "reserved_huge_pages");
        Assert.Equal(pairs, line.Length == 0 ? [] : line.Split(',').Select(p => p.Split(':', 2)).ToDictionary(p => p[0].Trim(), p => p[1].Trim()));
    });

    private static bool Refused(Nova nova) =>
        RuleCatalog.Judge(NodeFacts.OfNode(ObjectReader.Read(new ComputeNode("n", new() { Target = Target.Debian13, Nova = nova }), null), FactCatalog.Bundled)!)
            .AboutValues.Any(f => f.Rule.Id == "NOVA5005");

    /// <summary>The one line of the option, as oslo.config reads its value.</summary>
    private static string Line(Nova nova, string option)
    {
        var value = Render.NovaConfLines(nova).Single(l => l.StartsWith(option + " =", StringComparison.Ordinal))[(option.Length + 2)..].Trim();
        return value.Length > 1 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1] : value;
    }

    private static bool HasHalfSurrogate(string? text) => text?.Any(char.IsSurrogate) == true;

    /// <summary>nova's grammar of CPU sets: what is excluded counts at the end, wherever it stands.</summary>
    private static IEnumerable<int> NovasCpus(string text)
    {
        var rules = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToLookup(r => r[0] == '^', r => r.TrimStart('^'));
        return rules[false].SelectMany(Cpus).Except(rules[true].SelectMany(Cpus));

        static IEnumerable<int> Cpus(string rule)
        {
            var ends = rule.Split('-').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
        }
    }
}
