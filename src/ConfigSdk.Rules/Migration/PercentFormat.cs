using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Migration;

/// <summary>Texts into which nova puts a host's name with Python's % operator.</summary>
internal static class PercentFormat
{
    // A sign, the name of a mapping's item, flags, width, precision, a length that means nothing, and the kind.
    private static readonly Regex s_conversion = new(@"%(\([^)]*\))?[#0\- +]*(\*|[0-9]*)(\.(\*|[0-9]*))?[hlL]?(.?)", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>What keeps the text from taking one name; null if nothing does.</summary>
    public static string? Flaw(string text)
    {
        var places = 0;
        foreach (Match match in s_conversion.Matches(text))
        {
            var kind = match.Groups[5].Value;
            if (kind == "%")
            {
                continue;
            }

            // Every other kind wants a number, a mapping or is unknown to Python.
            if (kind is not ("s" or "r" or "a") || match.Groups[1].Success || match.Value.Contains("*"))
            {
                return $"has '{match.Value}', which takes no name";
            }

            places++;
        }

        return places switch
        {
            0 => "has no %s",
            1 => null,
            _ => "has more than one %s",
        };
    }
}
