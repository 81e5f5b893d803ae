namespace ConfigSdk.Rules.Security;

/// <summary>Consoles whose address has no encryption.</summary>
internal sealed class ConsoleUrlInTheClear : NodeRule
{
    private static readonly (string Group, string Option, string Secure)[] s_urls =
    [
        ("vnc", "novncproxy_base_url", "https"), ("spice", "html5proxy_base_url", "https"), ("serial_console", "base_url", "wss"),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8007", "Console address without TLS",
        "{0} = {1}: the token that opens a guest's console, and all that is typed there, go between browser and proxy unencrypted. Give the proxy a certificate, and write {2}://.",
        Consequence.Notable, "nova hands this address with a token to users. Who reads the token opens the console.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var (group, option, secure) in s_urls)
        {
            if (node.Option(group, option) is Known { Origin: not null } url && node.Sets(group, option) && node.IsOn(group, "enabled") == true
                && Uri.TryCreate(url.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "ws" && !uri.IsLoopback)
            {
                yield return Found(url, $"[{group}] {option}", url.Value, secure);
            }
        }
    }
}
