using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>Memory in files under a virt type that is neither kvm nor qemu.</summary>
internal sealed class FileBackedOnOtherHypervisor : FileBackedRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4011", "File-backed memory without QEMU",
        "[libvirt] file_backed_memory goes with the virt types kvm and qemu, and [libvirt] virt_type is {0}; {1}. Leave out Libvirt.FileBackedMemory.",
        Consequence.Refused, "Only QEMU can put a guest's memory into a file.")
    {
        Fixes = RuleFixes.Setting,
    };

    // Whatever else is wrong with the memory, there will be none of this kind.
    public static bool IsFoundIn(NodeFacts node) => node.HasNoGuestCpu();

    protected override IEnumerable<Finding> Judge(NodeFacts node, PartialValue declared, double size, Release release) =>
        IsFoundIn(node) ? [Found(declared, node.VirtType()!, Outcome.NoStart).With(node.Option("libvirt", "virt_type")).OfferToRemove("FileBackedMemory")] : [];
}
