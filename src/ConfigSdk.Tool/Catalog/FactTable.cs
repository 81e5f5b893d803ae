using System.Text;

namespace ConfigSdk.Tool.Catalog;

/// <summary>A fact file on disk: the comment lines at its head, then rows of fields.</summary>
internal sealed class FactTable
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string _path;
    private readonly string _before;
    private readonly List<string> _head;

    private FactTable(string path)
    {
        _path = path;
        _before = File.ReadAllText(path, s_utf8);
        var lines = _before.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _head = [.. lines.TakeWhile(l => l[0] == '#')];
        Rows = [.. lines.Skip(_head.Count).Where(l => l[0] != '#').Select(l => l.Split('\t'))];
    }

    /// <summary>The rows; a field that is not there is empty.</summary>
    public List<string[]> Rows { get; set; }

    /// <summary>Reads a fact file of the folder that holds them.</summary>
    /// <exception cref="ImportException">There is none.</exception>
    public static FactTable Open(DirectoryInfo facts, string name)
    {
        var path = Path.Combine(facts.FullName, name + ".tsv");
        return File.Exists(path) ? new FactTable(path) : throw new ImportException($"{path}: there is no such fact file; --facts names the folder that holds them");
    }

    /// <summary>Writes the rows if they are not what the file holds already, whole or not at all. Says whether it did.</summary>
    public bool Save()
    {
        var text = new StringBuilder();
        foreach (var line in _head.Concat(Rows.Select(Line)))
        {
            text.Append(line).Append('\n');
        }

        if (text.ToString() == _before)
        {
            return false;
        }

        var unfinished = _path + ".new";
        File.WriteAllText(unfinished, text.ToString(), s_utf8);
        File.Move(unfinished, _path, overwrite: true);
        return true;
    }

    /// <summary>The field; empty if the row ends before it.</summary>
    public static string Field(string[] row, int index) => index < row.Length ? row[index] : "";

    private static string Line(string[] row)
    {
        if (row.Any(f => f.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0))
        {
            throw new ImportException($"a tab or line break in '{row[0]} {Field(row, 1)}' cannot be part of a fact");
        }

        return string.Join('\t', row).TrimEnd('\t');
    }
}
