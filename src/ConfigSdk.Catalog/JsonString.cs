using System.Globalization;
using System.Text;

namespace ConfigSdk.Catalog;

/// <summary>Writes strings as JSON has them.</summary>
public static class JsonString
{
    /// <summary>The text in quotes, with what may not stand in them escaped.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                < ' ' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }
}
