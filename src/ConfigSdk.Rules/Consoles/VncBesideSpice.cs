using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Consoles;

/// <summary>SPICE that was switched on without a word about VNC, which is on by itself.</summary>
internal sealed class VncBesideSpice : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7020", "VNC beside SPICE",
        "[spice] enabled is on, and [vnc] enabled, which is not set, is on too: each guest gets both displays. Set Vnc.Enabled to false if SPICE is to take VNC's place, or to true if both are meant.",
        Consequence.Notable, "VNC is on unless it is switched off. To switch SPICE on does not switch it off.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.VirtType() is "kvm" or "qemu" && node.IsOn("spice", "enabled") == true && node.Option("vnc", "enabled").IsUnset && node.IsOn("vnc", "enabled") == true)
        {
            yield return Found(node.Option("spice", "enabled")).OfferToSet(new OptionName("vnc", "enabled"), "false");
        }
    }
}
