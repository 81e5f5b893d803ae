using System.Text;

namespace ConfigSdk.Catalog;

/// <summary>nova-options.tsv. Only where each option's lines are is read at once; the lines themselves when somebody asks.</summary>
internal sealed class OptionFile
{
    private const int RegisteredAs = 15;
    private readonly byte[] _text;

    public OptionFile()
    {
        _text = FactFile.Bytes("nova-options.tsv");
        var start = 0;
        while (start < _text.Length)
        {
            var end = Array.IndexOf(_text, (byte)'\n', start);
            Add(start, end < 0 ? _text.Length : end);
            start = (end < 0 ? _text.Length : end) + 1;
        }
    }

    /// <summary>Where the lines of each option are, in the file's order, by its newest name.</summary>
    public List<(OptionName Name, int Start, int Length)> Options { get; } = [];

    /// <summary>The newest names, by the earlier ones from which nova renamed the options.</summary>
    public Dictionary<OptionName, OptionName> Renamed { get; } = [];

    /// <summary>The releases beside which the options of libraries were listed.</summary>
    public IReadOnlyList<Release> Seen { get; private set; } = [];

    /// <summary>The lines of one option.</summary>
    public IEnumerable<FactFile.Row> Rows(int start, int length) =>
        Encoding.UTF8.GetString(_text, start, length).Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(l => new FactFile.Row(l.Split('\t')));

    private void Add(int start, int end)
    {
        if (start == end || _text[start] == '#')
        {
            return;
        }

        var group = Field(ref start, end, out var lineStart);
        var option = Field(ref start, end, out _);
        if (group == "seen")
        {
            Seen = [.. option.Split(' ').Select(Release.Parse)];
            return;
        }

        var name = new OptionName(group, option);
        if (Options.Count > 0 && Options[Options.Count - 1] is var last && last.Name == name)
        {
            Options[Options.Count - 1] = (name, last.Start, end - last.Start);
        }
        else
        {
            Options.Add((name, lineStart, end - lineStart));
        }

        if (Skip(start, end, RegisteredAs - 2) is { } at && Field(ref at, end, out _) is { Length: > 0 } earlier)
        {
            Renamed[OptionName.ParseFact(earlier)] = name;
        }
    }

    private string Field(ref int start, int end, out int from)
    {
        from = start;
        var tab = Array.IndexOf(_text, (byte)'\t', start, end - start);
        var to = tab < 0 ? end : tab;
        start = Math.Min(to + 1, end);
        return Encoding.UTF8.GetString(_text, from, to - from);
    }

    private int? Skip(int start, int end, int fields)
    {
        for (; fields > 0; fields--)
        {
            var tab = Array.IndexOf(_text, (byte)'\t', start, end - start);
            if (tab < 0)
            {
                return null;
            }

            start = tab + 1;
        }

        return start;
    }
}
