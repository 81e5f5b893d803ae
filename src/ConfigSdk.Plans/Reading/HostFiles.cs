using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Plans.Reading;

/// <summary>Reads the files below nova for what they mean, as kmod, systemd, udev and sysctl do.</summary>
internal static partial class HostFiles
{
    /// <summary>The modules that are loaded at boot, in the kernel's form of their names.</summary>
    public static SortedSet<string> Modules(NodeFiles node) => new(
        Read(node, ["/etc/modules", .. node.In("/etc/modules-load.d", ".conf")], "#;").Select(l => KernelModules.Normalize(l.Split(' ', '\t')[0])), StringComparer.Ordinal);

    /// <summary>The parameters that modprobe gives modules: <c>module parameter</c> to its value, the last one where there are several.</summary>
    public static SortedDictionary<string, string> Parameters(NodeFiles node)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var words in Modprobe(node).Select(l => Word().Matches(l).Select(m => m.Value).ToArray()).Where(w => w[0] == "options" && w.Length > 1))
        {
            foreach (var parameter in words.Skip(2))
            {
                var parts = parameter.Split('=', 2);
                parameters[$"{KernelModules.Normalize(words[1])} {KernelModules.Normalize(parts[0])}"] = parts.Length < 2 ? "" : parts[1];
            }
        }

        return parameters;
    }

    /// <summary>modprobe's other statements: alias, blacklist, install, remove, softdep.</summary>
    public static SortedSet<string> Statements(NodeFiles node) => new(
        Modprobe(node).Select(l => Blanks().Replace(l, " ")).Where(l => !l.StartsWith("options ", StringComparison.Ordinal)), StringComparer.Ordinal);

    /// <summary>The rules of each file of udev, in order, one blank behind each comma.</summary>
    public static SortedDictionary<string, string> UdevRules(NodeFiles node) => new(
        node.In("/etc/udev/rules.d", ".rules").ToDictionary(
            f => f, f => string.Join(" | ", Lines.Logical(node.Text(f)!, "#").Select(l => Commas().Replace(Blanks().Replace(l, " "), ", ")))), StringComparer.Ordinal);

    /// <summary>The kernel's settings at run time, the last value where there are several.</summary>
    public static SortedDictionary<string, string> Sysctl(NodeFiles node)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        // To sysctl a backslash at the end is one of the value's.
        foreach (var parts in node.In("/etc/sysctl.d", ".conf").Append("/etc/sysctl.conf").Select(node.Text).OfType<string>()
            .SelectMany(t => t.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] is not ('#' or ';')).Select(l => l.Split('=', 2)).Where(p => p.Length == 2))
        {
            settings[SysctlFacts.Canonical(parts[0].Trim().TrimStart('-'))] = Blanks().Replace(parts[1].Trim(), " ");
        }

        return settings;
    }

    private static IEnumerable<string> Modprobe(NodeFiles node) => Read(node, node.In("/etc/modprobe.d", ".conf"), "#");

    private static IEnumerable<string> Read(NodeFiles node, IEnumerable<string> paths, string commentSigns) =>
        paths.Select(node.Text).OfType<string>().SelectMany(t => Lines.Logical(t, commentSigns));

    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*,\s*(?=[A-Z])")]
    private static partial Regex Commas();
}
