using System.Text;

namespace ConfigSdk.Bundles;

/// <summary>
/// The list of what was written, an absolute path a line. It is ahead of what it lists: a file stands in it before it is written and until
/// it is deleted, so that a build that was killed leaves nothing that the next one does not know of.
/// </summary>
internal sealed class WrittenList(string file)
{
    private readonly HashSet<string> _known = new(Read(file), StringComparer.Ordinal);

    /// <summary>All that is listed.</summary>
    public IReadOnlyCollection<string> Files => _known;

    /// <summary>Adds files that are about to be written.</summary>
    public void Add(IEnumerable<string> files)
    {
        var more = files.Where(_known.Add).ToArray();
        if (more.Length > 0)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write);
            // A build that was killed may have left a part of a line.
            stream.Write(Encoding.UTF8.GetBytes((stream.Position > 0 ? "\n" : "") + string.Concat(more.Select(f => f + "\n"))));
        }
    }

    /// <summary>Lists these files and no others.</summary>
    public void Set(IReadOnlyCollection<string> files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var temporary = $"{file}.{Environment.ProcessId}.new";
        using (var writer = new StreamWriter(temporary) { NewLine = "\n" })
        {
            foreach (var written in files.Order(StringComparer.Ordinal))
            {
                writer.WriteLine(written);
            }
        }

        File.Move(temporary, file, overwrite: true);
    }

    /// <summary>Forgets everything.</summary>
    public void Delete() => File.Delete(file);

    // A part of a line is the name of no file that was written, but it may be that of another.
    private static string[] Read(string file)
    {
        var text = File.Exists(file) ? File.ReadAllText(file) : "";
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
