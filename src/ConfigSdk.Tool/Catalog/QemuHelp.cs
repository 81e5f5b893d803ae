using System.Text.RegularExpressions;

namespace ConfigSdk.Tool.Catalog;

/// <summary>Reads what QEMU prints for <c>-machine help</c> and <c>-cpu help</c>.</summary>
internal static partial class QemuHelp
{
    public static List<QemuEntry> Machines(TextInput help) => Read(help, "Supported machines are:", MachineLine());

    /// <summary>The models stand before an empty line; behind it stand the names of flags.</summary>
    public static List<QemuEntry> Cpus(TextInput help) => Read(help, "Available CPUs:", CpuLine());

    private static List<QemuEntry> Read(TextInput help, string head, Regex form)
    {
        if (help.Lines[0].TrimEnd() != head)
        {
            throw help.Error(0, $"'{head}' has to stand here");
        }

        var entries = new List<QemuEntry>();
        for (var i = 1; i < help.Lines.Length && help.Lines[i].Length > 0; i++)
        {
            entries.Add(form.Match(help.Lines[i]) is { Success: true } line
                ? new QemuEntry(line.Groups["name"].Value, line.Groups["alias"].Value, line.Groups["default"].Success, line.Groups["deprecated"].Success)
                : throw help.Error(i, $"'{help.Lines[i]}' is no line of QEMU's list"));
        }

        return entries;
    }

    [GeneratedRegex(@"\A(?<name>[A-Za-z0-9._+-]+) +\S.*?(?: \(alias of (?<alias>[A-Za-z0-9._+-]+)\))?(?<default> \(default\))?(?<deprecated> \(deprecated\))?\z")]
    private static partial Regex MachineLine();

    // x86 had its name before each model until 7.2, and wrote [no TSX, deprecated] where it writes (deprecated) today.
    [GeneratedRegex(@"\A(?:x86|) {1,2}(?<name>[A-Za-z0-9._+-]+)(?: +\(alias of (?<alias>[A-Za-z0-9._+-]+)\)| .*?(?<deprecated>[(\[](?:[^()\[\]]*, )?deprecated[)\]])?)? *\z")]
    private static partial Regex CpuLine();
}
