using System.CommandLine;
using System.Text.RegularExpressions;
using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Catalog;

/// <summary><c>configsdk catalog import qemu</c>: the machine types and CPU models of one QEMU version for one architecture.</summary>
internal static partial class QemuImport
{
    public static Command Create()
    {
        var qemu = new Option<string>("--qemu") { Description = "QEMU's version without its stable update, such as 7.2.", Required = true };
        var architecture = new Option<string>("--architecture") { Description = "The end of the program's name: x86_64 of qemu-system-x86_64.", Required = true };
        var machineHelp = new Option<FileInfo?>("--machine-help") { Description = "What qemu-system-ARCHITECTURE -machine help prints." };
        var cpuHelp = new Option<FileInfo?>("--cpu-help") { Description = "What qemu-system-ARCHITECTURE -cpu help prints." };
        var machines = new Option<FileInfo?>("--machines") { Description = "QMP's answer to query-machines." };
        var cpuDefinitions = new Option<FileInfo?>("--cpu-definitions") { Description = "QMP's answer to query-cpu-definitions." };
        return Import.Command(
            "qemu",
            """
            Machine types and CPU models of QEMU. QMP tells more than -help; where both are given they have to name the same. QMP's answers are the third line and the fourth of
              printf '%s' '{"execute":"qmp_capabilities"}{"execute":"query-machines"}{"execute":"query-cpu-definitions"}{"execute":"quit"}' | qemu-system-x86_64 -S -M none -nodefaults -nographic -qmp stdio
            """,
            [qemu, architecture, machineHelp, cpuHelp, machines, cpuDefinitions],
            (parsed, table) => Renew(
                table,
                parsed.GetRequiredValue(qemu),
                parsed.GetRequiredValue(architecture),
                Both("machine type", (machineHelp, parsed.GetValue(machineHelp)), QemuHelp.Machines, (machines, parsed.GetValue(machines)), QemuAnswers.Machines),
                Both("CPU model", (cpuHelp, parsed.GetValue(cpuHelp)), QemuHelp.Cpus, (cpuDefinitions, parsed.GetValue(cpuDefinitions)), QemuAnswers.Cpus)));
    }

    /// <summary>Puts what a version says in place of what the table has of it.</summary>
    public static string Renew(FactTable table, string version, string architecture, IEnumerable<QemuEntry> machines, IEnumerable<QemuEntry> cpus)
    {
        if (!Series().IsMatch(version))
        {
            throw new ImportException($"--qemu {version}: two numbers with a dot, such as 7.2; stable updates have the machine types and CPU models of the first");
        }

        if (!TargetName().IsMatch(architecture))
        {
            throw new ImportException($"--architecture {architecture}: the end of a program's name, such as x86_64 of qemu-system-x86_64");
        }

        var facts = table.Rows.SelectMany(r => FactTable.Field(r, 3).Split(' ').Select(v => (Version: v, Fact: new Fact(r[0], r[1], r[2], r.Skip(4)))))
            .Where(f => (f.Version, f.Fact.Architecture) != (version, architecture))
            .Concat(New("machine", machines)).Concat(New("cpu", cpus));
        table.Rows =
        [
            .. facts.GroupBy(f => f.Fact, f => f.Version).Select(g => (Fact: g.Key, Versions: g.OrderBy(VersionText.Parse).ToArray()))
                .OrderBy(f => f.Fact.Architecture, StringComparer.Ordinal).ThenByDescending(f => f.Fact.Kind, StringComparer.Ordinal)
                .ThenBy(f => f.Fact.Name, StringComparer.Ordinal).ThenBy(f => VersionText.Parse(f.Versions[0]))
                .Select(f => (string[])[f.Fact.Kind, f.Fact.Architecture, f.Fact.Name, string.Join(' ', f.Versions), .. f.Fact.Fields.Split('\t')]),
        ];
        return $"{version} {architecture}";

        IEnumerable<(string Version, Fact Fact)> New(string kind, IEnumerable<QemuEntry> entries) =>
            entries.Select(e => (version, new Fact(kind, architecture, e.Name, [e.AliasOf, string.Join(' ', Flags(e)), .. e.Answers])));
    }

    /// <summary>What -help and QMP say together.</summary>
    /// <exception cref="ImportException">They are not of the same QEMU.</exception>
    public static List<QemuEntry> Merge(string help, List<QemuEntry> fromHelp, string answer, List<QemuEntry> fromQmp)
    {
        var helped = fromHelp.ToDictionary(e => e.Name);
        var missing = fromQmp.Select(e => e.Name).Except(helped.Keys).FirstOrDefault();
        var added = helped.Keys.Except(fromQmp.Select(e => e.Name)).FirstOrDefault();
        if ((missing ?? added) is { } name)
        {
            throw new ImportException($"{(missing is null ? answer : help)}: '{name}' is missing, which {(missing is null ? help : answer)} has: they are not of the same QEMU");
        }

        return
        [
            .. fromQmp.Select(q =>
            {
                var h = helped[q.Name];
                // Where the machine type decides what an alias stands for, -help names nothing.
                return (h.AliasOf.Length == 0 || h.AliasOf == q.AliasOf) && h.IsDefault == q.IsDefault
                    ? q with { IsDeprecated = q.IsDeprecated || h.IsDeprecated }
                    : throw new ImportException($"{help}: '{q.Name}' is not what {answer} says: they are not of the same QEMU");
            }),
        ];
    }

    private static List<QemuEntry> Both(
        string what,
        (Option Option, FileInfo? File) help,
        Func<TextInput, List<QemuEntry>> readHelp,
        (Option Option, FileInfo? File) answer,
        Func<string, byte[], List<QemuEntry>> readAnswer)
    {
        var fromHelp = help.File is { } h ? Checked(h.Name, readHelp(TextInput.Of(h))) : null;
        var fromQmp = answer.File is { } a ? Checked(a.Name, readAnswer(a.Name, File.ReadAllBytes(a.FullName))) : null;
        return (fromHelp, fromQmp) switch
        {
            (null, null) => throw new ImportException($"{help.Option.Name} or {answer.Option.Name} has to be given: a version without every {what} would refuse those that it has"),
            (null, _) => fromQmp!,
            (_, null) => fromHelp,
            _ => Merge(help.File!.Name, fromHelp, answer.File!.Name, fromQmp),
        };
    }

    /// <summary>Every name is there once, and so is what an alias stands for.</summary>
    private static List<QemuEntry> Checked(string file, List<QemuEntry> entries)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (entries.FirstOrDefault(e => !names.Add(e.Name)) is { } twice)
        {
            throw new ImportException($"{file}: '{twice.Name}' is there twice");
        }

        return entries.FirstOrDefault(e => e.AliasOf.Length > 0 && !names.Contains(e.AliasOf)) is { } lost
            ? throw new ImportException($"{file}: '{lost.Name}' is an alias of '{lost.AliasOf}', which is missing")
            : entries.Count > 0 ? entries : throw new ImportException($"{file}: there is nothing in it");
    }

    private static IEnumerable<string> Flags(QemuEntry e) => new[] { (e.IsDefault, "default"), (e.IsDeprecated, "deprecated") }.Where(f => f.Item1).Select(f => f.Item2);

    [GeneratedRegex(@"\A[0-9]{1,3}\.[0-9]{1,3}\z")]
    private static partial Regex Series();

    [GeneratedRegex(@"\A[a-z0-9_]+\z")]
    private static partial Regex TargetName();

    /// <summary>A row without its versions; rows that are equal are one.</summary>
    private sealed record Fact(string Kind, string Architecture, string Name, string Fields)
    {
        public Fact(string kind, string architecture, string name, IEnumerable<string> fields)
            : this(kind, architecture, name, string.Join('\t', fields).TrimEnd('\t'))
        {
        }
    }
}

/// <summary>A machine type or CPU model as one source tells it.</summary>
/// <param name="Name">The name.</param>
/// <param name="AliasOf">What the name stands for; empty if for itself.</param>
/// <param name="IsDefault">Whether guests get it that name none.</param>
/// <param name="IsDeprecated">Whether it will be removed.</param>
/// <param name="Answers">What only QMP tells, as fields of the fact file.</param>
internal sealed record QemuEntry(string Name, string AliasOf, bool IsDefault, bool IsDeprecated, params string[] Answers);
