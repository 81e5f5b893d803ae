namespace ConfigSdk.Rules.Tests;

/// <summary>Judges facts and holds the findings against what is expected.</summary>
internal static class Judged
{
    public static IReadOnlyList<Finding> Of(NodeFacts node)
    {
        var (values, aboutNode) = RuleCatalog.Judge(node);
        return [.. values, .. aboutNode];
    }

    public static string Ids(IEnumerable<Finding> findings) => string.Join(" ", findings.Select(f => f.Rule.Id).Order(StringComparer.Ordinal));

    /// <summary>A final node's findings are exactly these ids, separated by blanks.</summary>
    public static void Node(string line, string ids) => Same(ids, Of(Declared.Node(line)));

    public static Finding Single(string line) => Assert.Single(Of(Declared.Node(line)));

    public static void Fleet(string nodes, string images, string ids) => Same(ids, RuleCatalog.Judge(Declared.Fleet(nodes, images)));

    private static void Same(string ids, IReadOnlyList<Finding> findings)
    {
        Assert.True(ids == Ids(findings), $"expected '{ids}', found:\n" + string.Join("\n", findings.Select(f => f.Rule.Id + ": " + f.Message)));

        // Editors offer a fix only where the rule's card says that there may be one.
        Assert.All(findings, f => Assert.Equal(RuleFixes.None, f.Fixes & ~f.Rule.Fixes));
    }
}
