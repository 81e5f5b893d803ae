namespace ConfigSdk.Rules.Fleets;

/// <summary>Guests with a serial console that are to move to nodes without one.</summary>
internal sealed class SerialConsolesDiffer() : SettingsOfGroupDiffer("serial_console", "enabled")
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6026", "Serial console on a part of a migration group",
        "[serial_console] enabled is on here, but off on {1} of migration group '{0}'; nova refuses to move guests from here to there. Set it alike on all nodes of the group.",
        Consequence.Refused, "A guest's serial port listens on an address of its host. The destination has to name one before nova moves the guest, which it does only if its own serial console is on.");

    protected override bool MayJudge(NodeFacts node) => node.VirtType() is "kvm" or "qemu" && node.Target.Release?.IsAtLeast("14.0.0") == true;
}
