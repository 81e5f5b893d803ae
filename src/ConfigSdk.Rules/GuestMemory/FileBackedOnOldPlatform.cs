using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>Memory in files with a libvirt or QEMU that nova does not trust with it. Since 21.0.0 nova runs with no older ones at all.</summary>
internal sealed class FileBackedOnOldPlatform : FileBackedRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4015", "File-backed memory on an old platform",
        "[libvirt] file_backed_memory needs libvirt 4.0 and QEMU 2.6, and the target has {0}; {1}. Leave out Libvirt.FileBackedMemory, or correct the target.",
        Consequence.Refused, "nova asks libvirt and QEMU for their versions when it starts with memory in files.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(NodeFacts node, PartialValue declared, double size, Release release)
    {
        var old = node.Target.Libvirt is { } libvirt && libvirt < new Version(4, 0) ? "libvirt " + TargetFacts.Short(libvirt)
            : node.Target.Qemu is { } qemu && qemu < new Version(2, 6) ? "QEMU " + TargetFacts.Short(qemu)
            : null;
        if (old is not null && !release.IsAtLeast("21.0.0") && !FileBackedOnOtherHypervisor.IsFoundIn(node))
        {
            yield return Found(declared, old, Outcome.NoStart).With(node.Target.Declared).OfferToRemove("FileBackedMemory");
        }
    }
}
