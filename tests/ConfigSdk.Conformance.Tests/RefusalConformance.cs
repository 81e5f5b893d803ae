using System.Text;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Conformance.Tests;

/// <summary>A value is refused by NOVA5001 exactly where the real oslo.config refuses it.</summary>
public sealed class RefusalConformance
{
    private static readonly string[] s_texts =
    [
        "", "x", "-1", "0", "1", "7", "300", "65535", "65536", "4711.5", "1e3", "0x10", "1_000", " 5 ", "nan", "inf", "12345678901234567890", "true", "Yes", "maybe", "none", "None",
        "a b", "a:b", "a:", ":b", "a", "kvm", "KVM", "localhost", "host.example.org", "under_score.example", "-host", "host-", "192.0.2.1", "192.0.2.256", "192.0.2", "2001:db8::1", "2001:db8::g",
        "[2001:db8::1]", "http://example.org:8080/x", "http:/example.org", "example.org", "http://[::1", "unix:///run/x", "://", "month", "month@3", "10000:20000", "CAP_NET_ADMIN", "servers",
        "class:VCPU", "volumev3::publicURL", "debug", "DEBUG", "1.2", "1.3", "é", "0.0", "+5", "--5", "3 days", "[1]", "{}",
    ];

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void A_value_is_refused_where_nova_refuses_it(string root)
    {
        var reader = InstalledNova.In(root);
        var options = FactCatalog.Bundled.Options.All.Where(o => o.IsTyped && o.In(reader.Release) is { } facts && reader.Options.Contains(facts.Name.ToString()) && !NovaConfConformance.IsLeftOut(o)).ToArray();
        var (byNova, byUs, differences) = (0, 0, new List<string>());
        foreach (var text in s_texts)
        {
            var verdict = reader.Read(File(options, reader.Release, text));
            Assert.Empty(verdict.Unknown);
            var found = RuleCatalog.Judge(Node(options, reader.Release, text)).AboutValues.ToLookup(f => f.Rule.Id, f => f.At.Origin);
            // What no line can hold as it is meant is refused by another rule, before nova could see it.
            foreach (var option in options.Where(o => !found["NOVA5005"].Contains(o) && !IsEmptyNumberOfPlugIn(o.In(reader.Release)!, text)))
            {
                var (nova, us) = (verdict.Errors.GetValueOrDefault(option.In(reader.Release)!.Name.ToString()), found["NOVA5001"].Contains(option));
                byNova += nova is null ? 0 : 1;
                byUs += us ? 1 : 0;
                if (nova is not null != us)
                {
                    differences.Add($"{option.Name} = '{text}': {(us ? "we refuse it" : nova)}");
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage(
            $"{reader.Release.DisplayName}: {options.Length} options x {s_texts.Length} texts, nova refuses {byNova}, we refuse {byUs}, differences {differences.Count}");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>Two numbers of keystoneauth's have Python's own types, which refuse an empty text as oslo.config's do not. A property that holds a number has none.</summary>
    private static bool IsEmptyNumberOfPlugIn(OptionFacts facts, string text) => text.Length == 0 && facts.Name.Option is ("redirect_port" or "login_timeout");

    private static string File(IEnumerable<OptionHistory> options, Release release, string text)
    {
        var file = new StringBuilder();
        foreach (var group in options.Select(o => o.In(release)!.Name).GroupBy(n => n.Group))
        {
            file.Append('[').Append(group.Key).Append("]\n");
            foreach (var name in group)
            {
                file.Append(name.Option).Append(" = ").Append(text.Trim().Length < text.Length ? $"\"{text}\"" : text).Append('\n');
            }
        }

        return file.ToString();
    }

    /// <summary>The node that declares the same, as both witnesses would read it; the origin of each value is its option.</summary>
    private static NodeFacts Node(IEnumerable<OptionHistory> options, Release release, string text)
    {
        var groups = options.GroupBy(o => o.Name.Group).ToDictionary(
            g => CSharpNames.Group(g.Key),
            g => (PartialValue)Record("Options", g.ToDictionary(o => o.Name.ToString(), o => Value(o, o.In(release)!, text))));
        var target = Record("Target", new() { ["Nova"] = new Known(release.Tag, null) });
        var profile = Record("NodeProfile", new() { ["Target"] = target, ["Nova"] = Record("Nova", groups) });
        return NodeFacts.OfNode(Record("ComputeNode", new() { ["Name"] = new Known("n", null), ["Profile"] = profile }), FactCatalog.Bundled)!;
    }

    private static Record Record(string type, Dictionary<string, PartialValue> properties) => new(type, properties, isOpen: false, null);

    private static PartialValue Value(OptionHistory option, OptionFacts facts, string text) =>
        facts.IsMultiValued || facts.Type == OptionType.List ? new Sequence([new Known(text, option)], isOpen: false, option) : new Known(text, option);
}
