using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using ConfigSdk.Rules.Tests;

namespace ConfigSdk.Conformance.Tests;

/// <summary>What well-known deployers write is what clouds run on: no rule calls it an error, and the real nova starts with it.</summary>
public sealed class DeployerTemplates
{
    /// <summary>The templates of deployers.txt: name, release, settings.</summary>
    internal static IEnumerable<(string Name, Release Release, Setting[] Settings)> All
    {
        get
        {
            var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "deployers.txt")).Where(l => l.Length > 0 && l[0] != '#').ToArray();
            for (var i = 0; i < lines.Length; i++)
            {
                var title = lines[i];
                var colon = title.LastIndexOf(':');
                Setting[] settings = [.. lines.Skip(i + 1).TakeWhile(l => l[0] != '=').Select(Setting.Parse)];
                i += settings.Length;
                foreach (var tag in title[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return (title[2..colon], Release.Parse(tag), settings);
                }
            }
        }
    }

    public static TheoryData<string, string> Names => [.. All.Select(t => (t.Name, t.Release.Tag))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_deployers_node_has_no_error(string template, string release)
    {
        var (_, target, settings) = All.Single(t => t.Name == template && t.Release.Tag == release);
        var findings = Judged.Of(Setting.Node(target, settings));
        TestContext.Current.SendDiagnosticMessage($"{template}, nova {release}: {Judged.Ids(findings)}");
        Assert.Equal("", string.Join('\n', findings.Where(f => f.Rule.Consequence == Consequence.Refused).Select(f => $"{f.Rule.Id}: {f.Message}")));
    }
}
