using System.Text.RegularExpressions;

namespace ConfigSdk.Rules;

/// <summary>The mark that the model's <c>Secret</c> leaves in the place of a secret.</summary>
/// <param name="Source">Where the secret is: <c>environment</c>, <c>file</c> or <c>command</c>.</param>
/// <param name="Reference">The variable's name, the file's path or the command.</param>
public sealed record SecretText(string Source, string Reference)
{
    private static readonly Regex s_mark = new(@"\A@secret:(environment|file|command):(.*)@\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex s_variable = new(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    /// <summary>Reads a mark; null if the text is none.</summary>
    public static SecretText? Parse(string text) =>
        s_mark.Match(text) is { Success: true } match ? new(match.Groups[1].Value, match.Groups[2].Value) : null;

    /// <summary>What keeps the secret from being found on the node; null if nothing is known to.</summary>
    internal string? Flaw =>
        Reference.Any(c => c is < ' ' or > '~') ? "has line breaks, control characters or characters outside ASCII, which not every shell reads alike"
        : Reference.Trim().Length != Reference.Length || Reference.Length == 0 ? "is empty, or begins or ends with a blank"
        : Source switch
        {
            "environment" => s_variable.IsMatch(Reference) ? null : "is no variable's name of letters, digits and _",
            "file" => Reference[0] == '/' ? null : "is no absolute path",
            _ => null,
        };
}
