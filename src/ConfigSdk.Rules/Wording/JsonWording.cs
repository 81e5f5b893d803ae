using System.Globalization;
using System.Text.RegularExpressions;
using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Wording;

/// <summary>Why a text is no JSON, and what it would be as JSON: often it is what Python or YAML print of the same value.</summary>
internal static class JsonWording
{
    private static readonly Regex s_word = new(@"(?<=[:,\[]\s*)(True|False|None)(?=\s*[,\]}])", RegexOptions.CultureInvariant);
    private static readonly Regex s_lastComma = new(@",(?=\s*[\]}])", RegexOptions.CultureInvariant);

    /// <summary>What is wrong and where, with a hint at what the text was taken from.</summary>
    public static string Why(string text, JsonFlawException flaw)
    {
        var at = Math.Min(flaw.Column - 1, text.Length);
        var rest = text.Substring(at);
        var hint = rest.StartsWith("'", StringComparison.Ordinal) ? "; JSON quotes with \", not with '"
            : rest.StartsWith("True", StringComparison.Ordinal) || rest.StartsWith("False", StringComparison.Ordinal) || rest.StartsWith("None", StringComparison.Ordinal)
                ? "; JSON writes true, false and null"
            : text.Substring(0, at).TrimEnd().EndsWith(",", StringComparison.Ordinal) && rest.StartsWith("}", StringComparison.Ordinal) ? "; JSON has no comma after the last member"
            : "";
        return string.Format(CultureInfo.InvariantCulture, "at column {0}, {1}{2}", flaw.Column, flaw.Message, hint);
    }

    /// <summary>The text as JSON, if it is only quoted or spelled as Python does it; null if that is not so.</summary>
    public static string? Repaired(string text)
    {
        var json = text.Contains('"') ? text : text.Replace('\'', '"');
        // Not in strings: there these would have to stand between other signs of JSON.
        json = s_lastComma.Replace(s_word.Replace(json, m => m.Value == "None" ? "null" : m.Value.ToLowerInvariant()), "");
        try
        {
            _ = Json.ParseAsPython(json);
            return json;
        }
        catch (JsonFlawException)
        {
            return null;
        }
    }
}
