namespace ConfigSdk.Rules.Options;

/// <summary>What one line of nova.conf can hold so that nova reads back what was meant.</summary>
internal static class OptionText
{
    /// <summary>What keeps a text out of nova.conf; null if nothing does.</summary>
    public static string? Flaw(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\r' or '\n':
                    return "has a line break, and nova.conf takes one line a value";
                case '\0':
                    return "has a NUL character";
                case var c when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    i++;
                    break;
                case var c when char.IsSurrogate(c):
                    return "has half a surrogate pair, which UTF-8 cannot hold";
            }
        }

        return null;
    }

    /// <summary>What keeps a text from being an item of a list; null if nothing does.</summary>
    public static string? ItemFlaw(string text) =>
        Flaw(text)
        ?? (text.Length == 0 ? "is empty, and nova drops empty items at a list's end"
            : text.Contains(',') ? "has a comma, at which nova splits the list"
            : IsBlank(text[0]) || IsBlank(text[text.Length - 1]) ? "begins or ends with white space, which nova strips"
            : null);

    /// <summary>Whether nova puts another option's value in the place of a part of the text.</summary>
    public static bool HasReference(string text) => text.Contains('$') && SecretText.Parse(text) is null;

    /// <summary>What Python strips: white space, and the four information separators.</summary>
    internal static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is >= '\x1c' and <= '\x1f';
}
