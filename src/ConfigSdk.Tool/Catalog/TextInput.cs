using System.Text;

namespace ConfigSdk.Tool.Catalog;

/// <summary>A text file that an import reads, and what its messages call it.</summary>
internal sealed record TextInput(string Name, string[] Lines)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TextInput Of(FileInfo file)
    {
        try
        {
            return Of(file.Name, File.ReadAllText(file.FullName, s_utf8));
        }
        catch (DecoderFallbackException e)
        {
            throw new ImportException($"{file.Name}: no UTF-8 at byte {e.Index}");
        }
    }

    public static TextInput Of(string name, string text) => new(name, text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>What is wrong with the line, counted from 0.</summary>
    public ImportException Error(int line, string message) => new($"{Name}({line + 1}): {message}");
}
