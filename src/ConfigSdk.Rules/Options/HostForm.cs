using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Options;

/// <summary>Which texts oslo.config takes for addresses and names of hosts.</summary>
internal static class HostForm
{
    private static readonly Regex s_label = new(@"\A(?!-)[A-Za-z0-9-]{1,63}(?<!-)\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_labelWithUnderscore = new(@"\A(?!-)[A-Za-z0-9_-]{1,63}(?<!-)\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_ipv4 = new(@"\A(?:(?:0|[1-9][0-9]{0,2})(?:\.(?!\z)|\z)){4}\z", RegexOptions.CultureInvariant);

    /// <summary>An IPv4 address in four decimal parts, or an IPv6 address without a zone.</summary>
    public static bool IsAddress(string text) => IPAddress.TryParse(text, out var address) && address.AddressFamily switch
    {
        AddressFamily.InterNetwork => s_ipv4.IsMatch(text),
        AddressFamily.InterNetworkV6 => text.All(c => c is ':' or '.' or (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')),
        _ => false,
    };

    /// <summary>A host's name: its last part may not be a number.</summary>
    public static bool IsName(string text, bool withUnderscores)
    {
        if (text.Length is 0 or > 253)
        {
            return false;
        }

        var labels = (text.EndsWith(".", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text).Split('.');
        return labels[labels.Length - 1].Any(c => c is '-' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            && labels.All((withUnderscores ? s_labelWithUnderscore : s_label).IsMatch);
    }
}
