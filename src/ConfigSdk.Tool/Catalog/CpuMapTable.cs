using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Catalog;

/// <summary>cpu-map.tsv, taken apart into what each libvirt version says. Its rows follow from that alone, so it does not matter in which order versions came.</summary>
internal sealed class CpuMapTable
{
    private const string Order = "order";

    // The order of rows within an architecture.
    private static readonly string[] s_kinds = ["vendor", "feature", "model", Order];
    private readonly SortedSet<Version> _versions = [];
    private readonly SortedDictionary<string, SortedDictionary<(int Kind, string Name), Dictionary<Version, string>>> _architectures = new(StringComparer.Ordinal);

    /// <summary>Takes the rows of the table apart.</summary>
    public CpuMapTable(IEnumerable<string[]> rows)
    {
        var architecture = "";
        foreach (var row in rows)
        {
            switch (row[0])
            {
                case "versions":
                    _versions.UnionWith(row[1].Split(' ').Select(Parse));
                    break;
                case "arch":
                    architecture = row[1];
                    break;
                case Order:
                    Set(architecture, Order, "", row[1], row[2]);
                    break;
                default:
                    Set(architecture, row[0], row[1], row[2], string.Join('\t', row[3..]));
                    break;
            }
        }
    }

    /// <summary>Reads a libvirt version.</summary>
    /// <exception cref="ImportException">The text is none.</exception>
    public static Version Parse(string text) =>
        VersionText.Parse(text) is { } version && text.Contains('.') ? version : throw new ImportException($"'{text}' is no version of libvirt, such as 9.0.0");

    /// <summary>The version as the table writes it.</summary>
    public static string Text(Version version) => version.ToString(version.Revision > 0 ? 4 : 3);

    /// <summary>Forgets what a version says.</summary>
    public void Remove(Version version)
    {
        _versions.Remove(version);
        foreach (var facts in _architectures.Values.SelectMany(a => a.Values))
        {
            facts.Remove(version);
        }
    }

    /// <summary>Has a version say what its map says, and nothing else.</summary>
    public void Replace(Version version, CpuMapData map)
    {
        Remove(version);
        _versions.Add(version);
        foreach (var (architecture, part) in map.Parts)
        {
            foreach (var row in part.Vendors.Concat(part.Features).Concat(part.Models))
            {
                Set(architecture, row[0], row[1], version, string.Join('\t', row.Fields[3..]).TrimEnd('\t'));
            }

            if (part.Models.FirstOrDefault(m => m[1].Contains(';')) is { Fields: not null } model)
            {
                throw new ImportException($"the model '{model[1]}' has a ';' in its name, which parts the names of models in the table");
            }

            Set(architecture, Order, "", version, string.Join(';', part.Models.Select(m => m[1])));
        }
    }

    /// <summary>The rows of the table.</summary>
    public List<string[]> Rows()
    {
        List<string[]> rows = [["versions", string.Join(' ', _versions.Select(Text))]];
        foreach (var (architecture, names) in _architectures.Where(a => a.Value.Values.Any(v => v.Count > 0)))
        {
            rows.Add(["arch", architecture]);
            foreach (var ((kind, name), facts) in names)
            {
                foreach (var (range, said) in Ranges(facts))
                {
                    rows.Add([s_kinds[kind], .. s_kinds[kind] == Order ? [] : new[] { name }, range, .. said.Split('\t')]);
                }
            }
        }

        return rows;
    }

    private void Set(string architecture, string kind, string name, string range, string facts)
    {
        var ends = range.Split('-');
        var first = Parse(ends[0]);
        var last = ends[1].Length == 0 ? _versions.Max! : Parse(ends[1]);
        foreach (var version in _versions.GetViewBetween(first, last))
        {
            Set(architecture, kind, name, version, facts);
        }
    }

    private void Set(string architecture, string kind, string name, Version version, string facts)
    {
        if (!_architectures.TryGetValue(architecture, out var names))
        {
            _architectures.Add(architecture, names = new(Comparer<(int Kind, string Name)>.Create((a, b) =>
                a.Kind == b.Kind ? string.CompareOrdinal(a.Name, b.Name) : a.Kind - b.Kind)));
        }

        var key = (Array.IndexOf(s_kinds, kind), name);
        if (!names.TryGetValue(key, out var versions))
        {
            names.Add(key, versions = []);
        }

        versions.Add(version, facts);
    }

    /// <summary>Neighbouring versions that say the same, as one range.</summary>
    private IEnumerable<(string Range, string Facts)> Ranges(Dictionary<Version, string> facts)
    {
        Version? first = null;
        Version? last = null;
        foreach (var version in _versions)
        {
            var said = facts.GetValueOrDefault(version);
            if (first is not null && said != facts[first])
            {
                yield return ($"{Text(first)}-{Text(last!)}", facts[first]);
                first = null;
            }

            first ??= said is null ? null : version;
            last = version;
        }

        if (first is not null)
        {
            yield return ($"{Text(first)}-", facts[first]);
        }
    }
}
