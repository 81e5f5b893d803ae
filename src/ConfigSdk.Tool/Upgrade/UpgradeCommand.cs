using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConfigSdk.Catalog;
using Spectre.Console;

namespace ConfigSdk.Tool.Upgrade;

/// <summary><c>configsdk upgrade</c>: what becomes of nova's options from one release to a later one.</summary>
internal static class UpgradeCommand
{
    private const int WrongArguments = 2;

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // Patterns and defaults are read by people, too, and nobody puts them into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "The release that you run: a tag, a series, an OpenStack release or a name, such as 27.0.0, 27, 2023.1 or Antelope.", Required = true };
        var to = new Option<string>("--to") { Description = "The later release.", Required = true };
        var groups = new Option<string[]>("--group") { Description = "Only this group of nova.conf, such as libvirt. May be given several times.", DefaultValueFactory = _ => [] };
        var all = new Option<bool>("--all") { Description = "Lists new options too, instead of counting them." };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var command = new Command("upgrade", "What becomes of nova's options from one release to a later one: removed, renamed, deprecated, newly refused, with another default.")
        {
            from, to, groups, all, json,
        };
        command.SetAction(parsed =>
        {
            var options = FactCatalog.Bundled.Options;
            var (older, later) = (parsed.GetRequiredValue(from), parsed.GetRequiredValue(to));
            var asked = parsed.GetRequiredValue(groups);
            if (Mistake(options, older, later, asked) is { } mistake)
            {
                parsed.InvocationConfiguration.Error.WriteLine(mistake);
                return WrongArguments;
            }

            var report = UpgradeReport.Of(options, Release.Parse(older), Release.Parse(later), asked);
            if (parsed.GetValue(json))
            {
                parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(report, s_json));
            }
            else
            {
                Write(report, parsed.GetValue(all), ConsoleOn(parsed.InvocationConfiguration.Output));
            }

            return 0;
        });
        return command;
    }

    private static string? Mistake(NovaOptions options, string older, string later, string[] groups)
    {
        foreach (var (option, name) in new[] { ("--from", older), ("--to", later) })
        {
            if (Release.Find(name) is null)
            {
                return $"{option}: {Release.Unknown(name)}";
            }
        }

        if (Release.Parse(later) <= Release.Parse(older))
        {
            return $"--to: {Release.Parse(later).DisplayName} is not later than {Release.Parse(older).DisplayName}. The release that you run comes behind --from.";
        }

        var known = options.All.SelectMany(o => o.Ranges).Select(r => r.Name.Group).ToHashSet(StringComparer.Ordinal);
        return Array.Find(groups, g => !known.Contains(g)) is not { } unknown ? null
            : $"--group: nova.conf has no group '{unknown}'." + (Spelling.Nearest(unknown, known) is { } near ? $" Did you mean '{near}'?" : "");
    }

    private static void Write(UpgradeReport report, bool all, IAnsiConsole console)
    {
        console.WriteLine($"From {Release.Parse(report.From.Tag).DisplayName} to {Release.Parse(report.To.Tag).DisplayName}");
        Section(console, "Removed: nova ignores without a word what is set there", report.Removed.Select(r => new[]
        {
            r.Option, "since " + r.Since,
            string.Join("; ", new[] { r.WasDeprecated ? "was deprecated" : null, r.ReadBy.Count > 0 ? "read by " + string.Join(" and ", r.ReadBy) : null }.OfType<string>()),
        }));
        Section(console, "Renamed", report.Renamed.Select(r => new[]
        {
            r.OldName, "is " + r.Option, "since " + r.Since, r.OldNameIsRead ? "old name is still read" : "old name is ignored without a word",
        }));
        Section(console, "Deprecated for removal", report.Deprecated.Select(d => new[]
        {
            d.Option, "since " + d.Since, d.RemovedIn is null ? "" : "removed in " + d.RemovedIn,
        }));
        Section(console, "Values newly refused", report.Values.Where(v => v.Refused.Count > 0).Select(v => new[]
        {
            v.Option, "since " + v.Since, string.Join("; ", v.Refused), "takes " + v.After,
        }));
        Section(console, "Values newly accepted", report.Values.Where(v => v.Refused.Count == 0).Select(v => new[]
        {
            v.Option, "since " + v.Since, "takes " + v.After, "took " + v.Before,
        }));
        Section(console, "Other defaults", report.Defaults.Select(d => new[]
        {
            d.Option, "since " + d.Since, (d.Before ?? "(none)") + " -> " + (d.After ?? "(none)"),
        }));
        Section(console, "Backported: later point releases have them, the first of the series has not", report.Late.Select(l => new[]
        {
            l.Option, string.Join(", ", l.Tags.Select(t => "since " + t).Concat(l.BranchesAfter.Select(t => "stable branch after " + t))),
        }));
        if (all)
        {
            Section(console, "New", report.Added.Select(a => new[] { a.Option, "since " + a.Since, a.Type, a.Default is null ? "" : "default " + a.Default }));
        }
        else if (report.Added.Count > 0)
        {
            var counts = report.Added.GroupBy(a => OptionName.Parse(a.Option).Group).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
            console.WriteLine();
            console.WriteLine($"New: {report.Added.Count} ({string.Join(", ", counts.Select(g => $"[{g.Key}] {g.Count()}"))}); --all lists them");
        }

        if (report.NotKnown.Options + report.NotKnown.Defaults > 0)
        {
            console.WriteLine();
            console.WriteLine($"Not known: {report.NotKnown.Options} options of libraries, which were listed beside other releases only; {report.NotKnown.Defaults} defaults that nova computes when it starts");
        }
    }

    private static void Section(IAnsiConsole console, string title, IEnumerable<string[]> rows)
    {
        var lines = rows.ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        console.WriteLine();
        console.Write(new Text($"{title} ({lines.Length})", new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        var grid = new Grid();
        foreach (var _ in lines[0])
        {
            grid.AddColumn(new GridColumn { Padding = new Padding(2, 0, 0, 0) });
        }

        foreach (var line in lines)
        {
            grid.AddRow([.. line.Select(cell => new Text(cell))]);
        }

        console.Write(grid);
    }

    /// <summary>A terminal has a width at which lines are folded, and colours. What reads a pipe wants neither.</summary>
    private static IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        if (output.IsTerminal)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = output });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = output, Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 100_000;
        return console;
    }
}
