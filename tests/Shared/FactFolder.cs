using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Catalog;

/// <summary>A copy of the bundled fact files, for imports to change, and files for them to read.</summary>
internal sealed class FactFolder : IDisposable
{
    private readonly DirectoryInfo _facts = Directory.CreateTempSubdirectory("configsdk-");
    private readonly DirectoryInfo _inputs = Directory.CreateTempSubdirectory("configsdk-");

    public FactFolder()
    {
        var catalog = typeof(FactSource).Assembly;
        foreach (var name in catalog.GetManifestResourceNames())
        {
            using var file = File.Create(Path.Combine(_facts.FullName, name));
            using var facts = catalog.GetManifestResourceStream(name)!;
            facts.CopyTo(file);
        }
    }

    public void Dispose()
    {
        _facts.Delete(recursive: true);
        _inputs.Delete(recursive: true);
    }

    public string Text(string factSet) => File.ReadAllText(FileOf(factSet));

    /// <summary>The names of the fact files, and of whatever else an import left there.</summary>
    public IEnumerable<string> Names => _facts.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal);

    /// <summary>Takes a word out of the list in a field of the rows, and the rows that hold nothing else.</summary>
    public void Remove(string factSet, string word, int field, Func<string[], bool> isRow) => File.WriteAllLines(
        FileOf(factSet),
        [
            .. File.ReadAllLines(FileOf(factSet)).Select(l => l.Split('\t')).Select(r =>
                    r[0][0] == '#' || !isRow(r) ? r : [.. r[..field], string.Join(' ', r[field].Split(' ').Where(w => w != word)), .. r[(field + 1)..]])
                .Where(r => r[0][0] == '#' || !isRow(r) || r[field].Length > 0).Select(r => string.Join('\t', r)),
        ]);

    /// <summary>Has an import's command read files; returns its exit code.</summary>
    public int Import(string factSet, params string[] arguments) =>
        CatalogCommand.Create().Parse(["import", factSet, "--facts", _facts.FullName, "--source", "a test", "--collected", "2026-11-24", .. arguments]).Invoke();

    /// <summary>Writes a file for an import to read; returns its path.</summary>
    public string Input(string name, string text)
    {
        var path = Path.Combine(_inputs.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string FileOf(string factSet) => Path.Combine(_facts.FullName, factSet + ".tsv");
}
