using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Consoles;

/// <summary>Consoles of machines, for guests that are none.</summary>
internal sealed class ConsolesOfContainers() : OptionsWithoutEffect(
    "NOVA7022", "Consoles for guests that have none",
    "Containers have no display and no serial port over the network; nova gives them a terminal and leaves out the rest.")
{
    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        var type = node.VirtType();
        var isContainer = type is "lxc" or "uml";
        var because = node.Option("libvirt", "virt_type");
        foreach (var group in new[] { "vnc", "spice", "serial_console" })
        {
            // Serial ports over TCP have been kvm's and qemu's alone at least since 20.
            var isIgnored = isContainer ? group != "serial_console" || node.Target.Release?.IsAtLeast("20.0.0") == true : type == "xen" && group == "spice";
            if (isIgnored && node.IsOn(group, "enabled") == true)
            {
                yield return new Ignored(new OptionName(group, "enabled"), $"[libvirt] virt_type is {type}, whose guests get no such console", "choose another Libvirt.VirtType", because);
            }
        }

        if (isContainer && node.Target.Release?.IsAtLeast("20.0.0") == true)
        {
            yield return new Ignored(new OptionName("DEFAULT", "pointer_model"), $"[libvirt] virt_type is {type}, whose guests get no pointer", "choose another Libvirt.VirtType", because);
        }
    }
}
