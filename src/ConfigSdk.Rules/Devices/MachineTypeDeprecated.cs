using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>A machine type that QEMU is about to drop.</summary>
internal sealed class MachineTypeDeprecated : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4054", "Deprecated machine type",
        "QEMU {0} says that machine type '{1}' will be removed{2}: guests that are made with it now would not start after an upgrade. Choose a newer one.",
        Consequence.Notable, "QEMU keeps versioned machine types for some years, marks them and drops them. nova records a guest's machine type and keeps it as long as the guest lives, since 23.0.0.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        // RHEL has machine types of its own, and its own mind on upstream's.
        if (node.Target is { Qemu: { } qemu, Architecture: { } architecture, Platform: var platform } && node.VirtType() is "kvm" or "qemu"
            && platform?.Name.StartsWith("rhel", StringComparison.Ordinal) != true
            && MachineTypes.For(node, architecture) is { } entry && MachineTypes.FactsOf(qemu, architecture) is { } facts
            && facts.FindMachine(entry.Type) is { IsDeprecated: true })
        {
            var without = QemuFacts.Versions(architecture).FirstOrDefault(v => v > facts.Version && QemuFacts.For(v, architecture)!.FindMachine(entry.Type) is null);
            yield return Found(entry.Item, TargetFacts.Short(qemu), entry.Type, without is null ? "" : $", and {TargetFacts.Short(without)} does not have it").With(node.Target.Declared);
        }
    }
}
