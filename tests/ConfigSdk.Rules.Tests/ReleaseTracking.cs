using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Tests;

/// <summary>
/// The files by which Roslyn's analyzers track what changes between releases. The shipped one is written by hand, once a release; what
/// the unshipped one has to say follows from it and the descriptors.
/// </summary>
internal static class ReleaseTracking
{
    public static string Unshipped(string shipped, IEnumerable<RuleDescriptor> descriptors)
    {
        var released = Released(shipped);
        var now = descriptors.ToDictionary(d => d.Id);
        var text = new StringBuilder("; What the next release changes. Generated from the rules' descriptors by the tests of the rules (UPDATE=1 writes it anew).\n");
        Section(text, "New Rules", "Rule ID | Category | Severity | Notes", now.Values.Where(d => !released.ContainsKey(d.Id))
            .Select(d => $"{d.Id} | {d.Category} | {d.Severity} | {d.Title}"));
        Section(text, "Removed Rules", "Rule ID | Category | Severity | Notes", released.Where(r => !now.ContainsKey(r.Key))
            .Select(r => $"{r.Key} | {r.Value.Category} | {r.Value.Severity} | {r.Value.Notes}"));
        Section(text, "Changed Rules", "Rule ID | New Category | New Severity | Old Category | Old Severity | Notes",
            from d in now.Values
            where released.TryGetValue(d.Id, out var old) && (old.Category, old.Severity) != (d.Category, d.Severity.ToString())
            let was = released[d.Id]
            select $"{d.Id} | {d.Category} | {d.Severity} | {was.Category} | {was.Severity} | {d.Title}");
        return text.ToString();
    }

    /// <summary>The rules as the last release has them.</summary>
    private static Dictionary<string, (string Category, string Severity, string Notes)> Released(string shipped)
    {
        var rules = new Dictionary<string, (string, string, string)>();
        var section = "";
        foreach (var line in shipped.Split('\n'))
        {
            section = line.StartsWith("### ", StringComparison.Ordinal) ? line[4..].Trim() : section;
            if (Regex.IsMatch(line, "^NOVA[0-9]{4} "))
            {
                var cells = line.Split('|').Select(c => c.Trim()).ToArray();
                if (section == "Removed Rules")
                {
                    rules.Remove(cells[0]);
                }
                else
                {
                    rules[cells[0]] = (cells[1], cells[2], cells[^1]);
                }
            }
        }

        return rules;
    }

    private static void Section(StringBuilder text, string heading, string columns, IEnumerable<string> rows)
    {
        var lines = rows.Order(StringComparer.Ordinal).ToArray();
        if (lines.Length > 0)
        {
            var rule = string.Join('|', columns.Split('|').Select(c => new string('-', c.Length)));
            text.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n{columns}\n{rule}\n").AppendJoin('\n', lines).Append('\n');
        }
    }
}
