using System.Text;
using System.Text.RegularExpressions;

namespace ConfigSdk.Plans.Reading;

/// <summary>
/// Reads what /etc/default/grub and the fragments of /etc/default/grub.d add to the kernel's command line. They are shell scripts, of which
/// assignments are read and nothing else: that is what there is in them.
/// </summary>
internal static partial class GrubDefaults
{
    private const string Linux = "GRUB_CMDLINE_LINUX";
    private const string Default = "GRUB_CMDLINE_LINUX_DEFAULT";

    /// <summary>The arguments by name, in the kernel's form of it; of one that is given several times all values, in order.</summary>
    public static SortedDictionary<string, string> Arguments(NodeFiles node)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in node.In("/etc/default/grub.d", ".cfg").Prepend("/etc/default/grub").Select(node.Text).OfType<string>())
        {
            foreach (var assignment in Lines.Logical(text, "#").Select(l => Assignment().Match(l)).Where(m => m.Success))
            {
                variables[assignment.Groups["name"].Value] = Value(assignment.Groups["value"].Value, variables);
            }
        }

        var words = Words().Matches(variables.GetValueOrDefault(Linux, "") + " " + variables.GetValueOrDefault(Default, "")).Select(m => m.Value.Replace("\"", "", StringComparison.Ordinal));
        return new(
            words.Select(w => w.Split('=', 2)).GroupBy(w => w[0].Replace('-', '_'), w => w.Length < 2 ? "there" : w[1], StringComparer.Ordinal)
                .ToDictionary(a => a.Key, a => string.Join(' ', a), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>The word as a shell reads it, with the variables that are known.</summary>
    private static string Value(string word, Dictionary<string, string> variables)
    {
        var value = new StringBuilder();
        foreach (Match piece in Pieces().Matches(word))
        {
            value.Append(piece switch
            {
                _ when piece.Groups["single"].Success => piece.Groups["single"].Value,
                _ when piece.Groups["double"].Success => Expanded(Escapes().Replace(piece.Groups["double"].Value, "$1"), variables),
                _ => Expanded(piece.Value, variables),
            });
        }

        return value.ToString();
    }

    private static string Expanded(string text, Dictionary<string, string> variables) =>
        Variable().Replace(text, m => variables.TryGetValue(m.Groups["name"].Value, out var value) ? value : m.Groups["name"].Value is Linux or Default ? "" : m.Value);

    [GeneratedRegex("""^(?:export\s+)?(?<name>[A-Za-z_]\w*)=(?<value>(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"';#]+)*)""")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"""(?<double>(?:[^""\\]|\\.)*)""|'(?<single>[^']*)'|[^""']+")]
    private static partial Regex Pieces();

    [GeneratedRegex("""\\(["\\$`])""")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"\$(?:\{(?<name>\w+)\}|(?<name>\w+))")]
    private static partial Regex Variable();

    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""")]
    private static partial Regex Words();
}
