using System.Globalization;
using System.Text;

namespace ConfigSdk.Rules.Wording;

/// <summary>Text of a declaration as a message can hold it: one line, of bounded length, without characters that are not there to be read.</summary>
internal static class Printable
{
    private const int MaxLength = 400;

    public static string Of(string text)
    {
        var result = new StringBuilder(Math.Min(text.Length, MaxLength) + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (result.Length >= MaxLength)
            {
                return result.Append('…').ToString();
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(text[i]).Append(text[++i]);
            }
            else if (IsHidden(text[i]))
            {
                result.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    // Format characters can turn the direction of what follows them in a terminal.
    private static bool IsHidden(char c) => char.IsControl(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
