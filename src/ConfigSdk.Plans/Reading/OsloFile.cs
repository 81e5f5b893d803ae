using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Plans.Reading;

/// <summary>One file as oslo.config reads it: what is assigned, in order. What oslo.config refuses is a <see cref="PlanException"/>.</summary>
/// <remarks>
/// Lines end at LF, CR or CRLF. There are no comments behind a value, a blank at a line's start continues the value before, and one pair of
/// equal quotes around the whole first line of a value is taken off.
/// </remarks>
public sealed class OsloFile
{
    private readonly string _path;
    private readonly List<OsloAssignment> _assignments = [];
    private string? _group;
    private (string Name, List<string> Lines, int Line)? _pending;

    private OsloFile(string path) => _path = path;

    /// <summary>What the file assigns, in order.</summary>
    public IReadOnlyList<OsloAssignment> Assignments => _assignments;

    /// <summary>Reads a file's text.</summary>
    /// <param name="path">The file's name in messages.</param>
    /// <param name="text">The text, with the byte order mark if it has one: oslo.config takes no file that has.</param>
    /// <exception cref="PlanException">oslo.config refuses the file.</exception>
    public static OsloFile Read(string path, string text)
    {
        var file = new OsloFile(path);
        var number = 0;
        foreach (var line in text.ReplaceLineEndingsOfPython().Split('\n'))
        {
            file.Take(TrimEnd(line), ++number);
        }

        file.Flush();
        return file;
    }

    private void Take(string line, int number)
    {
        if (line.Length > 0 && line[0] is ' ' or '\t')
        {
            if (_pending is not { } pending)
            {
                throw Flaw(number, "begins with a blank and continues no value; take the blank away");
            }

            pending.Lines.Add(TrimStart(line));
            return;
        }

        Flush();
        if (line.Length == 0 || line[0] is '#' or ';')
        {
            return;
        }

        if (line[0] == '[')
        {
            _group = line[^1] != ']' ? throw Flaw(number, "opens a group and does not end with ']'; write [group] alone in its line")
                : line.Length == 2 ? throw Flaw(number, "names no group; write [group]")
                : line[1..^1] is "DEFAULT" and var usual ? usual : line[1..^1].ToLowerInvariant();
            return;
        }

        var sign = line.IndexOfAny(['=', ':']);
        var name = sign < 0 ? throw Flaw(number, "has no '='; write option = value") : Trim(line[..sign]);
        if (name.Length == 0)
        {
            throw Flaw(number, "has no option before the '='; write option = value");
        }

        if (_group is null)
        {
            throw Flaw(number, "stands before any group; write [DEFAULT] above it");
        }

        var value = Trim(line[(sign + 1)..]);
        _pending = (name, [value.Length > 0 && value[0] == value[^1] && value[0] is '"' or '\'' ? value.Length == 1 ? "" : value[1..^1] : value], number);
    }

    private void Flush()
    {
        if (_pending is var (name, lines, line))
        {
            _assignments.Add(new(new OptionName(_group!, name), string.Join('\n', lines), line));
            _pending = null;
        }
    }

    private PlanException Flaw(int line, string flaw) => PlanException.At(_path, line, $"the line {flaw}. nova-compute refuses to start with such a file.");

    private static string Trim(string text) => TrimStart(TrimEnd(text));

    private static string TrimEnd(string text)
    {
        var end = text.Length;
        while (end > 0 && OptionText.IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    private static string TrimStart(string text)
    {
        var start = 0;
        while (start < text.Length && OptionText.IsBlank(text[start]))
        {
            start++;
        }

        return text[start..];
    }
}

/// <summary>An option's line in a file.</summary>
/// <param name="Name">The name as written, the group in lower case unless it is <c>DEFAULT</c>.</param>
/// <param name="Value">The value without quotes; its continuations are further lines.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record OsloAssignment(OptionName Name, string Value, int Line);
