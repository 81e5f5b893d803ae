using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>A list of machine types that takes away what nova would choose by itself.</summary>
internal sealed class MachineDefaultLost : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4052", "Machine types without the host's own architecture",
        "[libvirt] hw_machine_type has no item for {0}, and once it is set {1} forgets its own default '{2}': guests would get whatever QEMU takes. Add '{0}={2}'.",
        Consequence.Harmful, "Up to 18 nova knows its default machine types only as long as the option is unset.")
    {
        Fixes = RuleFixes.Items,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target is not { Release: { } release, Architecture: { } architecture } || release.IsAtLeast("19.0.0") || !release.IsAtLeast("2014.2")
            || !MachineTypes.AreKnown(node) || MachineTypes.Of(node) is not { Count: > 0 } entries || entries.Any(e => e.Architecture == architecture))
        {
            yield break;
        }

        var lost = architecture switch
        {
            "aarch64" => "virt",
            "armv7l" => "vexpress-a15",
            "s390" or "s390x" when release.IsAtLeast("2015.1.0") => "s390-ccw-virtio",
            _ => null,
        };
        if (lost is not null)
        {
            yield return Found(node.Option("libvirt", "hw_machine_type"), architecture, release.DisplayName, lost)
                .With(node.Target.Declared).OfferToAddItem($"DefaultMachineType.Of(\"{architecture}\", \"{lost}\")");
        }
    }
}
