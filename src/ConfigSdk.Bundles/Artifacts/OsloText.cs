namespace ConfigSdk.Bundles.Artifacts;

/// <summary>
/// How oslo.config reads a value: it strips white space, then one pair of equal quotes around everything. There is no escape,
/// so a pair of quotes around the text is right for every text that needs one. <c>$name</c> stays a reference, as in nova's own defaults.
/// </summary>
internal static class OsloText
{
    public static string Quote(string text) =>
        text.Length > 0 && (text.Trim().Length != text.Length || (text[0] == text[^1] && text[0] is '"' or '\'')) ? $"\"{text}\"" : text;
}
