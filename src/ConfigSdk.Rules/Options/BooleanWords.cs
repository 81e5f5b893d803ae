namespace ConfigSdk.Rules.Options;

/// <summary>The words that nova takes for true and false.</summary>
internal static class BooleanWords
{
    private static readonly string[] s_true = ["true", "1", "on", "yes"];
    private static readonly string[] s_false = ["false", "0", "off", "no"];

    /// <summary>What oslo.config reads in an option, in any case; null in what it refuses.</summary>
    public static bool? OfOption(string text) =>
        s_true.Contains(text, StringComparer.OrdinalIgnoreCase) ? true : s_false.Contains(text, StringComparer.OrdinalIgnoreCase) ? false : null;

    /// <summary>
    /// What oslo.utils' strutils reads in properties of images and in JSON, in any case and whatever white space is around; null in what it takes for
    /// false without knowing the word, or refuses where it is strict.
    /// </summary>
    public static bool? OfProperty(string text) => text.Trim().ToLowerInvariant() switch
    {
        "t" or "y" => true,
        "f" or "n" => false,
        var word => OfOption(word),
    };
}
