using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using Module = ConfigSdk.Tool.Catalog.KernelModulesImport.Module;

namespace ConfigSdk.Tool.Catalog;

/// <summary>Reads what modinfo prints, and what the kernel's own files say of what is built in.</summary>
internal static partial class Modinfo
{
    /// <summary>Each module begins with its file's name. A description may have line breaks; its parameter's type stands at the very end.</summary>
    public static List<Module> Read(TextInput modinfo)
    {
        var modules = new List<Module>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var parameters = new List<string>();
        var (start, name, key) = (-1, "", "");
        for (var i = 0; i < modinfo.Lines.Length; i++)
        {
            if (KeyLine().Match(modinfo.Lines[i]) is not { Success: true } line)
            {
                if (start < 0 && modinfo.Lines[i].Length > 0)
                {
                    throw modinfo.Error(i, "modinfo begins each module with 'filename:'");
                }

                if (key == "parm")
                {
                    parameters[^1] += "\n" + modinfo.Lines[i];
                }

                continue;
            }

            key = line.Groups["key"].Value;
            var value = line.Groups["value"].Value;
            switch (key)
            {
                case "filename":
                    End();
                    (start, name) = (i, "");
                    break;
                case var _ when start < 0:
                    throw modinfo.Error(i, "modinfo begins each module with 'filename:'");
                case "name":
                    name = ModuleName(modinfo, i, value);
                    break;
                case "parm":
                    parameters.Add(value);
                    break;
            }
        }

        End();
        return modules.Count > 0 ? modules : throw modinfo.Error(0, "there is no module");

        void End()
        {
            if (start < 0)
            {
                return;
            }

            if (name.Length == 0)
            {
                throw modinfo.Error(start, "modinfo has no 'name:' for this module");
            }

            if (!names.Add(name))
            {
                throw modinfo.Error(start, $"'{name}' is there twice: only the modules of one kernel may be given");
            }

            modules.Add(new Module(name, [.. parameters.Select(p => Parameter().Match(p.TrimEnd())).Where(m => m.Success).Select(m => (m.Groups["name"].Value, m.Groups["type"].Value))]));
            parameters.Clear();
        }
    }

    /// <summary>What is built in, by modules.builtin; its parameters, by the entries of modules.builtin.modinfo.</summary>
    public static List<Module> ReadBuiltin(TextInput builtin, TextInput? modinfo)
    {
        var parameters = (modinfo is null ? [] : string.Join('\n', modinfo.Lines).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select((entry, i) =>
            Entry().Match(entry) is { Success: true } m ? m : throw new ImportException($"{modinfo.Name}: entry {i + 1} is not of the form module.key=value")))
            .Where(m => m.Groups["key"].Value == "parmtype").Select(m => (Module: KernelModules.Normalize(m.Groups["module"].Value), Type: BuiltinType().Match(m.Groups["value"].Value)))
            .Where(p => p.Type.Success)
            .ToLookup(p => p.Module, p => (p.Type.Groups["name"].Value, p.Type.Groups["type"].Value));
        return
        [
            .. builtin.Lines.Select((line, i) => (line, i)).Where(l => l.line.Length > 0)
                .Select(l => BuiltinLine().Match(l.line) is { Success: true } m ? ModuleName(builtin, l.i, m.Groups["name"].Value) : throw builtin.Error(l.i, $"'{l.line}' is no path of a module"))
                .Distinct().Select(n => new Module(n, [.. parameters[n]])),
        ];
    }

    private static string ModuleName(TextInput input, int line, string name) =>
        Name().IsMatch(name) ? KernelModules.Normalize(name) : throw input.Error(line, $"'{name}' is no name of a module");

    // modinfo fills up to column 16; what has a colon elsewhere is text.
    [GeneratedRegex(@"\A(?=.{15} |[a-z_]+:\z)(?<key>[a-z][a-z0-9_]*): *(?<value>.*)\z")]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"\A(?<name>[A-Za-z0-9_.-]+):(?:.*\((?<type>[a-z][a-z0-9_ ]*)\)|(?<type>[a-z][a-z0-9_]*|array of [a-z0-9_]+))\z", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\A(?<module>[A-Za-z0-9_-]+)\.(?<key>[A-Za-z0-9_]+)=(?<value>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\A(?<name>[A-Za-z0-9_.-]+):(?<type>[a-z][a-z0-9_ ]*)\z")]
    private static partial Regex BuiltinType();

    [GeneratedRegex(@"\A(?:[^/\0]+/)+(?<name>[^/\0]+)\.ko\z")]
    private static partial Regex BuiltinLine();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\z")]
    private static partial Regex Name();
}
