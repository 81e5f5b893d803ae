namespace ConfigSdk.Rules.HostFiles;

/// <summary>Permissions of /dev/kvm that keep QEMU out.</summary>
internal sealed class KvmDeviceClosed : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2020", "QEMU cannot open /dev/kvm",
        "{0}; guests would fail to start under KVM: Could not access KVM kernel module: Permission denied. Give /dev/kvm to the group kvm with mode 0660.",
        Consequence.Harmful, "libvirt runs QEMU as a user of its own, who is a member of kvm, and leaves the permissions of /dev/kvm alone. Only the first that fits counts: owner, group, others.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) => KvmDevice.Of(node).KeepsGuestsOut is var (at, why)
        ? [Found(at, char.ToUpperInvariant(why[0]) + why.Substring(1)).ReplaceBy(at == node.Host(ModelNames.Udev, ModelNames.Kvm, ModelNames.Mode) ? "0660" : "kvm")]
        : [];
}
