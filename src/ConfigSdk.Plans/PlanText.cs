namespace ConfigSdk.Plans;

/// <summary>A plan for people: nodes with the same changes together, a line a change.</summary>
public static class PlanText
{
    // Longer texts stand whole in their own column's line, and do not move the others.
    private const int WidestName = 50;
    private const int WidestValue = 70;

    /// <summary>Writes the plan.</summary>
    public static void Write(Plan plan, TextWriter output)
    {
        Section(output, plan.Nodes, "");
        Section(output, plan.Images, "image ");
        output.WriteLine(Summary(plan));
    }

    /// <summary>How many nodes and images change, in one line.</summary>
    public static string Summary(Plan plan) =>
        Counts(plan.Nodes, "node") + (plan.Images.Count > 0 ? "; " + Counts(plan.Images, "image") : "");

    private static void Section(TextWriter output, IReadOnlyList<NodePlan> nodes, string kind)
    {
        foreach (var group in nodes.Where(n => n.HasChanges || n.NotCompared.Count > 0).GroupBy(Key, StringComparer.Ordinal))
        {
            var first = group.First();
            output.WriteLine(Printable($"{kind}{Names([.. group.Select(n => n.Name)])}: {Fact(first)}"));
            var rows = first.Changes.Select(c => (Name: NameOf(c), Values: $"{Value(c.Before, c.BeforeIsDefault)} -> {Value(c.After, c.AfterIsDefault)}", Takes: Words(c.Takes))).ToArray();
            var names = rows.Select(r => r.Name.Length).Where(l => l <= WidestName).DefaultIfEmpty().Max();
            var values = rows.Select(r => r.Values.Length).Where(l => l <= WidestValue).DefaultIfEmpty().Max();
            foreach (var (name, value, takes) in rows)
            {
                output.WriteLine(Printable($"  {name.PadRight(names)}  {value.PadRight(values)}  {takes}"));
            }

            foreach (var secret in first.NotCompared)
            {
                output.WriteLine(Printable($"  {secret}: not compared, a secret of which one side has only the place"));
            }

            output.WriteLine();
        }
    }

    private static string Key(NodePlan node) => string.Join('\n',
        [node.Fate.ToString(), .. node.Changes.Select(c => $"{c.Kind}\0{c.Name}\0{c.Before}\0{c.After}\0{c.BeforeIsDefault}{c.AfterIsDefault}\0{Words(c.Takes)}"), "", .. node.NotCompared]);

    private static string Names(IReadOnlyList<string> names) => names.Count switch
    {
        1 => names[0],
        <= 4 => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
        _ => $"{names[0]}, {names[1]}, {names[2]} and {names.Count - 3} more",
    };

    private static string Fact(NodePlan node) => node.Fate switch
    {
        Fate.Added => "new",
        Fate.Removed => "gone",
        _ when node.Changes.Count == 0 => "no change",
        _ => $"{Count(node.Changes.Count, "change")}; takes: {Words(node.Takes)}",
    };

    private static string NameOf(Change change) => change.Kind switch
    {
        "option" or "image" or "udev" => change.Name,
        "modprobe" => "modprobe: " + change.Name,
        var kind => $"{kind} {change.Name}",
    };

    private static string Value(string? text, bool isDefault) => (text is null ? "(none)" : text.Length == 0 ? "''" : text) + (isDefault ? " (default)" : "");

    private static string Words(IEnumerable<Effect> effects) => string.Join(", ", effects.Select(e => e.Words()));

    private static string Counts(IReadOnlyList<NodePlan> nodes, string what)
    {
        var parts = new[]
        {
            (nodes.Count(n => n.Fate == Fate.Stays && n.HasChanges), "changed"), (nodes.Count(n => n.Fate == Fate.Added), "new"), (nodes.Count(n => n.Fate == Fate.Removed), "gone"),
        }.Where(p => p.Item1 > 0).Select(p => $"{p.Item1} {p.Item2}").ToArray();
        return $"{Count(nodes.Count, what)}: {(parts.Length == 0 ? "no change" : string.Join(", ", parts))}";
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    // What a file holds must not write on the terminal.
    private static string Printable(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? c == '\n' ? "\\n" : "\\x" + ((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture) : c.ToString()));
}
