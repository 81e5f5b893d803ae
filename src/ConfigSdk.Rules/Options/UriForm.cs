using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Options;

/// <summary>Which texts oslo.config takes for URIs: those of RFC 3986 with a scheme and a host.</summary>
internal static class UriForm
{
    private const string Plain = @"[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2}";
    private static readonly Regex s_parts = new(@"\A(?:(?<scheme>[^:/?#]+):)?(?://(?<authority>[^/?#]*))?(?<path>[^?#]*)(?:\?[^#]*)?(?:#.*)?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex s_scheme = new(@"\A[A-Za-z][A-Za-z0-9+.-]*\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_authority = new($@"\A(?:(?:{Plain}|:)*@)?(?<host>\[[0-9A-Za-z:.%~_-]+\]|(?:{Plain})+)(?::[0-9]*)?\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_path = new($@"\A(?:{Plain}|[:@/])*\z", RegexOptions.CultureInvariant);

    /// <summary>Whether the text is one, with one of the schemes if there are any.</summary>
    public static bool IsUri(string text, IReadOnlyList<string> schemes)
    {
        var parts = s_parts.Match(text);
        return parts.Success
            && s_scheme.IsMatch(parts.Groups["scheme"].Value)
            && (schemes.Count == 0 || schemes.Contains(parts.Groups["scheme"].Value, StringComparer.OrdinalIgnoreCase))
            && s_authority.Match(parts.Groups["authority"].Value) is { Success: true } authority
            && (authority.Groups["host"].Value is var host && (host[0] != '[' || HostForm.IsAddress(host.Substring(1, host.Length - 2))))
            && s_path.IsMatch(parts.Groups["path"].Value);
    }
}
