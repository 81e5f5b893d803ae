namespace ConfigSdk.Rules.HostFiles;

/// <summary>A /dev/kvm that everybody may use.</summary>
internal sealed class KvmDeviceOpenToAll : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2021", "KVM open to every user of the host",
        "Mode {0} lets every user and every service of the host use KVM, and reach the kernel through whatever flaw it has. QEMU needs only its group: write 0660.",
        Consequence.Notable, "Who may write to /dev/kvm may run virtual machines, take host memory with them, and try the kernel's virtualization code. Distributions differ: Debian gives it to the group kvm, RHEL to all.")
    {
        Fixes = RuleFixes.Text,
    };

    // What RHEL does by itself is not worth a word there.
    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        KvmDevice.Of(node) is { Bits: { } bits, Platform: not { IsRhel: true } } kvm && (bits & 2) != 0 && kvm.KeepsGuestsOut is null
            ? [Found(kvm.Mode, kvm.Mode.Text!).ReplaceBy("0660")]
            : [];
}
