using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Security;

/// <summary>Guests' consoles for everybody who reaches the node.</summary>
internal sealed class ConsoleOnEveryAddress : LibvirtRule
{
    private static readonly string[] s_every = ["0.0.0.0", "::", "[::]", "::0"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8003", "Consoles on every address of the node",
        "Guests' {0} consoles listen on every address of the node ({1} = {2}), and nova gives them no password: who reaches the ports sees and types what the guest's console does{3}. Listen on the address of the network of the console proxies.",
        Consequence.Notable, "QEMU opens a port for each guest's console on [vnc] or [spice] server_listen. What protects it is the network, or TLS in qemu.conf that the proxies take part in.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var schemes = node.ItemsOf("vnc", "auth_schemes");
        if (IsOpen(node, "vnc") is { } vnc && (schemes is null ? node.Option("vnc", "auth_schemes").IsUnset : schemes.All(s => s.Value == "none")))
        {
            yield return Found(vnc, "VNC", "[vnc] server_listen", vnc.Value, ", unless qemu.conf asks for TLS and for certificates");
        }

        if (IsOpen(node, "spice") is { } spice && node.IsOn("spice", "require_secure") is not true && !(node.Option("spice", "require_secure") is Unknown))
        {
            yield return Found(spice, "SPICE", "[spice] server_listen", spice.Value, "");
        }
    }

    private static Known? IsOpen(NodeFacts node, string group) =>
        node.IsOn(group, "enabled") == true && node.Option(group, "server_listen") is Known { Origin: not null } listen && s_every.Contains(listen.Value) && node.Sets(group, "server_listen") ? listen : null;
}
