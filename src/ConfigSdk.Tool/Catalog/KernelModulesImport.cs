using System.CommandLine;
using System.Text.RegularExpressions;

namespace ConfigSdk.Tool.Catalog;

/// <summary><c>configsdk catalog import kernel-modules</c>: the modules of a platform's kernel.</summary>
internal static partial class KernelModulesImport
{
    public static Command Create()
    {
        var platform = new Option<string>("--platform") { Description = "The platform's name, such as debian-12.", Required = true };
        var kernel = new Option<string>("--kernel") { Description = "The version of the kernel's package, such as 6.1.176-1.", Required = true };
        var modinfo = new Option<FileInfo>("--modinfo") { Description = "What modinfo prints for every module.", Required = true };
        var builtin = new Option<FileInfo>("--builtin") { Description = "/lib/modules/VERSION/modules.builtin.", Required = true };
        var builtinModinfo = new Option<FileInfo?>("--builtin-modinfo")
        {
            Description = "/lib/modules/VERSION/modules.builtin.modinfo, which kernels have since 5.2: the parameters of what is built in.",
        };
        return Import.Command(
            "kernel-modules",
            """
            Modules of a platform's kernel: the names of all, and the parameters of those in the row 'used' of the fact file; those of a module that is added to that row come with the next import.
            What modinfo prints comes from
              find /lib/modules/VERSION -name '*.ko*' -exec modinfo {} + > modinfo.txt
            which works as well on the folder of a package that is unpacked and not installed.
            """,
            [platform, kernel, modinfo, builtin, builtinModinfo],
            (parsed, table) => Renew(
                table,
                parsed.GetRequiredValue(platform),
                parsed.GetRequiredValue(kernel),
                [
                    .. Modinfo.Read(TextInput.Of(parsed.GetRequiredValue(modinfo))),
                    .. Modinfo.ReadBuiltin(
                        TextInput.Of(parsed.GetRequiredValue(builtin)),
                        parsed.GetValue(builtinModinfo) is { } file ? TextInput.Of(file) : null),
                ]));
    }

    /// <summary>Puts what a platform's kernel has in place of what the table has of the platform.</summary>
    public static string Renew(FactTable table, string platform, string kernel, IReadOnlyList<Module> modules)
    {
        if (!Word().IsMatch(platform) || !Word().IsMatch(kernel))
        {
            throw new ImportException($"--platform {platform} --kernel {kernel}: one word each, of letters, digits and . _ + ~ : -");
        }

        var used = table.Rows.Where(r => r[0] == "used").SelectMany(r => FactTable.Field(r, 1).Split(' ')).ToHashSet();
        var names = PlatformsBy("modules", r => FactTable.Field(r, 2).Split(' '), r => FactTable.Field(r, 1));
        var parameters = PlatformsBy("parameter", r => [string.Join('\t', r[1..4])], r => FactTable.Field(r, 4));
        foreach (var module in modules)
        {
            Add(names, module.Name);
            foreach (var parameter in used.Contains(module.Name) ? module.Parameters : [])
            {
                Add(parameters, $"{module.Name}\t{parameter.Name}\t{parameter.Type}");
            }
        }

        table.Rows =
        [
            .. table.Rows.Where(r => r[0] is "used" or "own"),
            .. table.Rows.Where(r => r[0] == "kernel" && r[1] != platform).Append(["kernel", platform, kernel]).OrderBy(r => r[1], StringComparer.Ordinal),
            .. names.Where(n => n.Value.Count > 0).GroupBy(n => string.Join(' ', n.Value), n => n.Key).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (string[])["modules", g.Key, string.Join(' ', g.Order(StringComparer.Ordinal))]),
            .. parameters.Where(p => p.Value.Count > 0).Select(p => (Fields: p.Key.Split('\t'), Platforms: string.Join(' ', p.Value)))
                .OrderBy(p => p.Fields[0], StringComparer.Ordinal).ThenBy(p => p.Fields[1], StringComparer.Ordinal).ThenBy(p => p.Fields[2], StringComparer.Ordinal)
                .Select(p => (string[])["parameter", .. p.Fields, p.Platforms]),
        ];
        return platform;

        Dictionary<string, SortedSet<string>> PlatformsBy(string kind, Func<string[], string[]> facts, Func<string[], string> platforms) =>
            table.Rows.Where(r => r[0] == kind).SelectMany(r => facts(r).Select(f => (Fact: f, Platforms: platforms(r).Split(' ').Where(p => p != platform))))
                .GroupBy(f => f.Fact, f => f.Platforms).ToDictionary(g => g.Key, g => new SortedSet<string>(g.SelectMany(p => p), StringComparer.Ordinal));

        void Add(Dictionary<string, SortedSet<string>> facts, string fact)
        {
            if (!facts.TryGetValue(fact, out var platforms))
            {
                facts.Add(fact, platforms = new(StringComparer.Ordinal));
            }

            platforms.Add(platform);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._+~:-]+\z")]
    private static partial Regex Word();

    /// <summary>A module and its parameters.</summary>
    /// <param name="Name">The name, with <c>_</c>.</param>
    /// <param name="Parameters">The parameters that have a type; what has none is a description of a parameter that is not there.</param>
    internal sealed record Module(string Name, IReadOnlyList<(string Name, string Type)> Parameters);
}
