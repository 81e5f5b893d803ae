using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>What to do if a network port is not plugged in time, where nova does not wait.</summary>
internal sealed class PluggingNotAwaited() : OptionsWithoutEffect(
    "NOVA4064", "Plugging that is fatal but not awaited",
    "With a timeout of 0 nova does not wait for Neutron to plug a guest's ports. None is ever late, and the guest starts whether it has a network or not.")
{
    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node) =>
        node.NumberOf("DEFAULT", "vif_plugging_timeout") == 0 && node.IsOn("DEFAULT", "vif_plugging_is_fatal") == true
            ?
            [
                new(new("DEFAULT", "vif_plugging_is_fatal"), "vif_plugging_timeout is 0, and guests start before their ports are plugged", "give nova time in Default.VifPluggingTimeout",
                    node.Option("DEFAULT", "vif_plugging_timeout")),
            ]
            : [];
}
