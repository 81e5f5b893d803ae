using System.Globalization;
using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Devices;

/// <summary>Hexadecimal numbers as Python's int() reads them: white space, signs, 0x and underscores between digits may be there.</summary>
internal static class PythonHex
{
    private static readonly Regex s_number = new(@"\A\s*[+-]?(0[xX]_?)?[0-9a-fA-F]+(_[0-9a-fA-F]+)*\s*\z", RegexOptions.CultureInvariant);

    /// <summary>What keeps a text from being a number up to the greatest one; null if nothing does, or if that is not known.</summary>
    public static string? Flaw(string text, int max)
    {
        // Digits of other scripts are digits to Python.
        if (text.Any(c => c > '~'))
        {
            return null;
        }

        if (!s_number.IsMatch(text))
        {
            return string.Format(CultureInfo.InvariantCulture, "is no hexadecimal number up to {0:x}", max);
        }

        var digits = text.Trim().TrimStart('+', '-').Replace("_", "");
        digits = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits.Substring(2) : digits;
        digits = digits.TrimStart('0');
        return text.Contains('-') || (digits.Length <= 7 && (digits.Length == 0 || int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) <= max))
            ? null
            : string.Format(CultureInfo.InvariantCulture, "is greater than {0:x}", max);
    }
}
