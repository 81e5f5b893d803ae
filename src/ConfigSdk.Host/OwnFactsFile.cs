using System.Text;
using ConfigSdk.Catalog;

namespace ConfigSdk.Hosting;

/// <summary>Reads a file of the project's own facts.</summary>
internal static class OwnFactsFile
{
    /// <summary>The file's text, or as much of it as shows that it is too long; null if there is none that can be read.</summary>
    public static string? Text(string path)
    {
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            if (reader.BaseStream.Length <= FactCatalog.MaxCharacters)
            {
                return reader.ReadToEnd();
            }

            var text = new char[FactCatalog.MaxCharacters + 1];
            return new string(text, 0, reader.ReadBlock(text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
