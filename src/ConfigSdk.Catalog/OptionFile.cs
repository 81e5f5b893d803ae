using System.Collections.Concurrent;
using System.Text;

namespace ConfigSdk.Catalog;

/// <summary>
/// nova-options.tsv. Only where each group's lines are is read at once; a group's options when somebody asks for one of them,
/// and an option's facts when somebody asks for those.
/// </summary>
internal sealed class OptionFile
{
    private const int RegisteredAs = 15;
    private static readonly Dictionary<string, OptionHistory> s_none = [];
    private readonly byte[] _text = FactFile.Bytes("nova-options.tsv");
    private readonly Dictionary<string, Lines> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Dictionary<string, OptionHistory>> _options = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, OptionHistory>> _renamed;

    public OptionFile()
    {
        _renamed = new(FindRenamed);
        Lines? group = null;
        var end = 0;
        for (var start = 0; start < _text.Length; start = end + 1)
        {
            end = Find('\n', start, _text.Length);
            if (start == end || _text[start] == '#')
            {
                continue;
            }

            var name = Text(start, Find('\t', start, end));
            if (name == "seen")
            {
                Seen = Array.ConvertAll(Text(start, end).Substring("seen\t".Length).Split(' '), Release.Parse);
            }
            else if (group is null || group.Name != name)
            {
                _groups.Add(name, group = new Lines(name, start, end));
            }
            else
            {
                group.End = end;
            }
        }
    }

    /// <summary>The groups, those among them that stand for many.</summary>
    public IReadOnlyCollection<string> Groups => _groups.Keys;

    /// <summary>The releases beside which the options of libraries were listed.</summary>
    public IReadOnlyList<Release> Seen { get; } = [];

    /// <summary>The options of a group by their newest names, in the file's order; none if the file does not have the group.</summary>
    public IReadOnlyDictionary<string, OptionHistory> Options(string group) =>
        _options.TryGetValue(group, out var options) ? options
        : _groups.TryGetValue(group, out var lines) ? _options.GetOrAdd(group, Read(lines))
        : s_none;

    /// <summary>The option that has or once had this name; null if there is none. A later option may have the name of an earlier one.</summary>
    public OptionHistory? Find(OptionName name) =>
        Options(name.Group).TryGetValue(name.Option, out var option) || _renamed.Value.TryGetValue(name.ToString(), out option) ? option : null;

    private Dictionary<string, OptionHistory> Read(Lines group)
    {
        var options = new Dictionary<string, OptionHistory>(StringComparer.Ordinal);
        Lines? option = null;
        var end = 0;
        for (var start = group.Start; start < group.End; start = end + 1)
        {
            end = Find('\n', start, group.End);
            var nameStart = start + group.Name.Length + 1;
            var name = Text(nameStart, Find('\t', nameStart, end));
            if (option is null || option.Name != name)
            {
                var lines = option = new Lines(name, start, end);
                options.Add(name, OptionHistory.OfFile(new(group.Name, name), Seen, () => Rows(lines), !NovaOptions.IsPattern(group.Name)));
            }
            else
            {
                option.End = end;
            }
        }

        return options;
    }

    private FactFile.Row[] Rows(Lines lines) => Array.ConvertAll(Text(lines.Start, lines.End).Split('\n'), FactFile.Row.Of);

    /// <summary>The options by the names from which nova renamed them.</summary>
    private Dictionary<string, OptionHistory> FindRenamed()
    {
        var renamed = new Dictionary<string, OptionHistory>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(_text).Split('\n'))
        {
            var fields = line.Split('\t');
            if (line.Length > 0 && line[0] != '#' && fields.Length > RegisteredAs && fields[RegisteredAs].Length > 0)
            {
                renamed[OptionName.ParseFact(fields[RegisteredAs]).ToString()] = Options(fields[0])[fields[1]];
            }
        }

        return renamed;
    }

    private int Find(char sign, int start, int end)
    {
        var at = Array.IndexOf(_text, (byte)sign, start, end - start);
        return at < 0 ? end : at;
    }

    private string Text(int start, int end) => Encoding.UTF8.GetString(_text, start, end - start);

    /// <summary>Where the lines of a group or of an option are.</summary>
    private sealed class Lines(string name, int start, int end)
    {
        public string Name => name;

        public int Start => start;

        public int End { get; set; } = end;
    }
}
