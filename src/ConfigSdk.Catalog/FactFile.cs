using System.Text;

namespace ConfigSdk.Catalog;

/// <summary>Reads the embedded fact files: one fact a line, fields separated by tabs, <c>#</c> starts a comment line.</summary>
internal static class FactFile
{
    public static List<Row> Read(string name)
    {
        var rows = new List<Row>();
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                rows.Add(Row.Of(line));
            }
        }

        return rows;
    }

    /// <summary>The whole file, for those who look into a part of it only.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        using var bytes = new MemoryStream((int)stream.Length);
        stream.CopyTo(bytes);
        return bytes.Capacity == bytes.Length ? bytes.GetBuffer() : bytes.ToArray();
    }

    private static Stream Open(string name) => typeof(FactFile).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"the fact file '{name}' is not embedded in ConfigSdk.Catalog");

    /// <summary>
    /// One line. Trailing empty fields are not written in the files, so a missing field reads as empty.
    /// A class, as are all keys and items of the catalog's collections: .NET brings its collections compiled for classes, but would
    /// compile them anew for each struct of ours, and that takes longer than reading the facts.
    /// </summary>
    internal sealed class Row(string[] fields)
    {
        public static Row Of(string line) => new(line.Split('\t'));

        public string[] Fields => fields;

        public string this[int index] => index < fields.Length ? fields[index] : "";

        /// <summary>The blank-separated words of a field.</summary>
        public string[] Words(int index) => this[index].Split([' '], StringSplitOptions.RemoveEmptyEntries);
    }
}
