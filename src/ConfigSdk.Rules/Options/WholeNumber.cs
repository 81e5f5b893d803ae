using System.Globalization;
using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Options;

/// <summary>A whole number as Python's <c>int()</c> reads a text.</summary>
internal static class WholeNumber
{
    private static readonly Regex s_form = new(@"\A[+-]?[0-9]+(?:_[0-9]+)*\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_plain = new(@"\A[+-]?[0-9]{1,18}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether the text, without white space around it, has the form in ASCII.</summary>
    public static bool HasForm(string text) => s_form.IsMatch(text);

    /// <summary>Whether the text has characters that Python may read as digits or white space, and this class does not know.</summary>
    public static bool HasOtherDigits(string text) => text.Any(c => c > '~' && (char.IsDigit(c) || char.IsSurrogate(c) || char.IsWhiteSpace(c)));

    /// <summary>Whether every Python certainly refuses the text.</summary>
    public static bool IsNone(string text) => !HasForm(text.Trim()) && !HasOtherDigits(text) && !text.Any(char.IsControl);

    /// <summary>The number; null if the text is none, or if that depends on the Python: an underscore between digits is new in 3.6.</summary>
    public static long? Of(string text) =>
        s_plain.IsMatch(text.Trim()) ? long.Parse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
}
