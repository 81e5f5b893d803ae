using System.Text;

namespace ConfigSdk.Catalog;

/// <summary>Reads the embedded fact files: one fact a line, fields separated by tabs, <c>#</c> starts a comment line.</summary>
internal static class FactFile
{
    public static IEnumerable<Row> Read(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return new Row(line.Split('\t'));
            }
        }
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

    /// <summary>One line. Trailing empty fields are not written in the files, so a missing field reads as empty.</summary>
    internal readonly struct Row(string[] fields)
    {
        public string[] Fields => fields;

        public string this[int index] => index < fields.Length ? fields[index] : "";

        /// <summary>The blank-separated words of a field.</summary>
        public string[] Words(int index) => this[index].Split([' '], StringSplitOptions.RemoveEmptyEntries);
    }
}
