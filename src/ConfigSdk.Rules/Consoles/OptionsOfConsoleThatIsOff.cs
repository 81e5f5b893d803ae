using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Consoles;

/// <summary>Options of a console that the node does not have.</summary>
internal sealed class OptionsOfConsoleThatIsOff() : OptionsWithoutEffect(
    "NOVA7023", "Options of a console that is off",
    "nova reads them when it gives a guest the console, or somebody its address. What the console proxies read on other machines is not among them.")
{
    // server_listen is read even so: it becomes the address of guests that come from nodes where the console is on.
    private static readonly Dictionary<string, string[]> s_options = new()
    {
        ["vnc"] = ["server_proxyclient_address", "novncproxy_base_url", "xvpvncproxy_base_url"],
        ["spice"] =
        [
            "agent_enabled", "image_compression", "jpeg_compression", "zlib_compression", "playback_compression", "streaming_mode", "require_secure",
            "server_proxyclient_address", "html5proxy_base_url", "spice_direct_proxy_base_url",
        ],
        ["serial_console"] = ["base_url", "port_range", "proxyclient_address"],
    };

    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node) =>
        from console in s_options
        where node.IsOn(console.Key, "enabled") == false
        from option in console.Value
        select new Ignored(
            new OptionName(console.Key, option), $"[{console.Key}] enabled is off", $"switch on {CSharpNames.Group(console.Key)}.Enabled", node.Option(console.Key, "enabled"));
}
