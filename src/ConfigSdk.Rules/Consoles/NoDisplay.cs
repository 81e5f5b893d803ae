using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Consoles;

/// <summary>Guests without any console.</summary>
internal sealed class NoDisplay : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7021", "Guests without a display",
        "[vnc] enabled is off and no other console is on, so that guests get no display at all: no video device, no keyboard, no pointer, whatever their images ask for. Switch on Spice.Enabled or SerialConsole.Enabled, or leave out Vnc.Enabled.",
        Consequence.Harmful, "nova gives a guest its video device together with a graphical console. Without one, hw_video_model and its like are not looked at.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.VirtType() is "kvm" or "qemu" && node.Target.Release?.IsAtLeast("2015.1.0") == true && node.IsOn("vnc", "enabled") == false
            && node.IsOn("spice", "enabled") == false && node.IsOn("serial_console", "enabled") == false)
        {
            yield return Found(node.Option("vnc", "enabled")).With(node.Option("spice", "enabled")).OfferToRemove("Enabled");
        }
    }
}
