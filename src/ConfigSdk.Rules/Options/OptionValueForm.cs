using System.Globalization;
using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Options;

/// <summary>Reads an option's text as oslo.config does.</summary>
internal static class OptionValueForm
{
    private static readonly Regex s_customResource = new(@"\Aclass:CUSTOM_[A-Z0-9_]+\z", RegexOptions.CultureInvariant);

    /// <summary>What is wrong with one value, or one item of a list; null if nothing is, as far as is known.</summary>
    public static Refusal? Check(OptionFacts facts, string text) => facts.IsSecret && SecretText.Parse(text) is not null ? null : facts.Type switch
    {
        OptionType.Boolean => BooleanWords.OfOption(text.Trim()) is not null ? null : new Refusal("true or false", null),
        OptionType.Integer or OptionType.Port or OptionType.Float => CheckNumber(facts, text.Trim()),
        // An item that cannot be written at all is NOVA5005's.
        OptionType.List => OptionText.ItemFlaw(text) is not null ? null : CheckItem(facts, text),
        OptionType.Dict => text.Split(',').All(p => p.Trim() is "" || p.Trim().IndexOf(':') > 0) ? null : new Refusal("items of the form key:value", null),
        OptionType.HostAddress => HostForm.IsAddress(text) || HostForm.IsName(text, withUnderscores: false) ? null : new Refusal("a host name or an IP address", null),
        OptionType.HostDomain => HostForm.IsAddress(text) || HostForm.IsName(text, withUnderscores: true) ? null : new Refusal("a host name or an IP address", null),
        OptionType.IPAddress => HostForm.IsAddress(text) ? null : new Refusal("an IP address", null),
        OptionType.URI => UriForm.IsUri(text, facts.Schemes) ? null : new Refusal("a URI with " + (facts.Schemes.Count == 0 ? "scheme" : $"scheme {Phrases.OneOf(facts.Schemes)}") + " and host", null),
        OptionType.String when facts.Choices.Count > 0 =>
            CheckChoice(facts.Choices, text, facts.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal),
        OptionType.String when facts.MaxLength < text.Length => new Refusal($"at most {facts.MaxLength} characters", null),
        OptionType.String when facts.Regex is { } pattern => Matches(pattern, text) ? null : new Refusal($"text that matches {pattern}", null),
        _ => null,
    };

    private static Refusal? CheckItem(OptionFacts facts, string text) => facts.ItemType switch
    {
        "Integer" => WholeNumber.HasForm(text.Trim()) || WholeNumber.HasOtherDigits(text) ? null : new Refusal("whole numbers", null),
        // Linux's capabilities, by name or number.
        "CapNameOrInt" => WholeNumber.HasForm(text.Trim()) || WholeNumber.HasOtherDigits(text) ? null : CheckChoice(facts.ItemChoices, text.Trim(), StringComparer.Ordinal),
        "UnifiedLimitsResource" => s_customResource.IsMatch(text) ? null : CheckChoice(facts.ItemChoices, text, StringComparer.Ordinal),
        "String" when facts.ItemChoices.Count > 0 => CheckChoice(facts.ItemChoices, text, StringComparer.Ordinal),
        _ => null,
    };

    private static Refusal? CheckChoice(IReadOnlyList<string> choices, string text, StringComparer comparer) =>
        choices.Contains(text, comparer) ? null : new Refusal(Phrases.OneOf([.. choices.Select(c => c.Length == 0 ? "''" : c)]), Spelling.Nearest(text, choices));

    private static Refusal? CheckNumber(OptionFacts facts, string text)
    {
        // Nothing at all is no number but nova's None.
        if (text.Length == 0 || WholeNumber.HasOtherDigits(text))
        {
            return null;
        }

        var isFloat = facts.Type == OptionType.Float;
        double number = 0;
        var isNumber = isFloat
            ? TryParseFloat(text, out number)
            : WholeNumber.HasForm(text) && TryParseWhole(text, out number);
        var min = facts.Min ?? (facts.Type == OptionType.Port ? 0 : null);
        var max = facts.Max ?? (facts.Type == OptionType.Port ? 65535 : null);
        var kind = isFloat ? "a number" : "a whole number";
        return !isNumber || number < min || number > max ? new Refusal(kind + Range(min, max), null)
            : facts.Choices.Count == 0 || facts.Choices.Any(c => Number(c) == number) ? null
            : new Refusal(Phrases.OneOf(facts.Choices), null);
    }

    // float() takes words, too; no comparison holds for nan, so that it is within every range.
    private static bool TryParseFloat(string text, out double number)
    {
        var sign = text[0] == '-' ? -1 : 1;
        switch (text.TrimStart('+', '-').ToLowerInvariant())
        {
            case "nan" when text.Length <= 4:
                number = double.NaN;
                return true;
            case "inf" or "infinity" when text.Length - text.TrimStart('+', '-').Length <= 1:
                number = sign * double.PositiveInfinity;
                return true;
            default:
                return double.TryParse(text.Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && !double.IsNaN(number) && !double.IsInfinity(number);
        }
    }

    // What is too large for a double is larger than every bound.
    private static bool TryParseWhole(string text, out double number)
    {
        if (!double.TryParse(text.Replace("_", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            number = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        return true;
    }

    private static double? Number(string choice) =>
        double.TryParse(choice, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Range(double? min, double? max) => (min, max) switch
    {
        (null, null) => "",
        ({ } least, null) => $" of at least {Text(least)}",
        (null, { } most) => $" of at most {Text(most)}",
        ({ } least, { } most) => $" from {Text(least)} to {Text(most)}",
    };

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    // The patterns are Python's; the few that nova has mean the same here, $ before a final line break included.
    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>Why a value is refused.</summary>
    /// <param name="Expected">What the option takes.</param>
    /// <param name="Suggestion">What was probably meant.</param>
    internal sealed record Refusal(string Expected, string? Suggestion);
}
