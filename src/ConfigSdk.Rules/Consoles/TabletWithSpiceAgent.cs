using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Consoles;

/// <summary>A tablet that is asked for beside the SPICE agent, which has a pointer of its own.</summary>
internal sealed class TabletWithSpiceAgent() : OptionsWithoutEffect(
    "NOVA7024", "USB tablet beside the SPICE agent",
    "Where SPICE is the only display and its agent is on, the agent moves the pointer. nova then leaves out the tablet and logs a warning for each guest.")
{
    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        if (node.VirtType() is "kvm" or "qemu" && node.Target.Release?.IsAtLeast("14.0.0") == true && node.TextOf("DEFAULT", "pointer_model") == "usbtablet"
            && node.IsOn("spice", "enabled") == true && node.IsOn("spice", "agent_enabled") == true && node.IsOn("vnc", "enabled") == false)
        {
            yield return new Ignored(
                new OptionName("DEFAULT", "pointer_model"), "the SPICE agent is on and VNC is off, and nova leaves the pointer to the agent",
                "set Spice.AgentEnabled to false", node.Option("spice", "enabled"));
        }
    }
}
