namespace ConfigSdk.Rules.Tests;

/// <summary>Judges facts and holds the findings against what is expected.</summary>
internal static class Judged
{
    /// <summary>
    /// What is true of nearly every line that is short: no driver is named, LXC and old versions are played with.
    /// Only a line that expects such an id is judged by it.
    /// </summary>
    private static readonly string[] s_asides = ["NOVA1023", "NOVA1026", "NOVA1027", "NOVA1030"];

    /// <summary>What is found, but for the asides.</summary>
    public static IReadOnlyList<Finding> Of(NodeFacts node) => [.. All(node).Where(f => !IsAside(f))];

    /// <summary>All that is found.</summary>
    public static IReadOnlyList<Finding> All(NodeFacts node)
    {
        var (values, aboutNode) = RuleCatalog.Judge(node);
        return [.. values, .. aboutNode];
    }

    public static string Ids(IEnumerable<Finding> findings) => string.Join(" ", findings.Select(f => f.Rule.Id).Order(StringComparer.Ordinal));

    /// <summary>A final node's findings are exactly these ids, separated by blanks.</summary>
    public static void Node(string line, string ids) => Same(ids, [.. All(Declared.Node(line)).Where(f => !IsAside(f) || ids.Contains(f.Rule.Id, StringComparison.Ordinal))]);

    /// <summary>The one finding of a final node.</summary>
    public static Finding Single(string line) => Assert.Single(Of(Declared.Node(line)));

    /// <summary>Whether a rule whose findings are asides finds something in a final node.</summary>
    public static void Aside(string line, string id, bool isFound) => Assert.Equal(isFound, All(Declared.Node(line)).Any(f => f.Rule.Id == id));

    /// <summary>The one finding of a rule.</summary>
    public static Finding Single(string line, string id) => Assert.Single(All(Declared.Node(line)), f => f.Rule.Id == id);

    /// <summary>Whether a test that is not about it may pass over a finding.</summary>
    public static bool IsAside(Finding finding) => s_asides.Contains(finding.Rule.Id);

    public static void Fleet(string nodes, string images, string ids) => Same(ids, RuleCatalog.Judge(Declared.Fleet(nodes, images)));

    private static void Same(string ids, IReadOnlyList<Finding> findings)
    {
        Assert.True(ids == Ids(findings), $"expected '{ids}', found:\n" + string.Join("\n", findings.Select(f => f.Rule.Id + ": " + f.Message)));

        // Editors offer a fix only where the rule's card says that there may be one.
        Assert.All(findings, f => Assert.Equal(RuleFixes.None, f.Fixes & ~f.Rule.Fixes));
    }
}
