using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>Devices that are said to migrate with their guests, on a libvirt or a QEMU that cannot do it.</summary>
internal sealed class PciLiveMigrationUnsupported : LibvirtRule
{
    private static readonly Version s_libvirt = new(10, 0, 0);
    private static readonly Version s_qemu = new(8, 2, 2);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4034", "Live-migratable device without support in libvirt or QEMU",
        "live_migratable in [pci] device_spec needs libvirt 10.0 and QEMU 8.2.2, and the target has {0}; " + Outcome.NoStart + ". Leave it out, or declare a newer platform.",
        Consequence.Refused, "nova asks for the versions as soon as a device says live_migratable, even if it says no.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var target = node.Target;
        var tooOld = new[] { Older("libvirt", target.Libvirt, s_libvirt), Older("QEMU", target.Qemu, s_qemu) }.OfType<string>().ToArray();
        return
            from spec in target.Release?.IsAtLeast("31.0.0") == true && tooOld.Length > 0 ? PciSpecs.Objects(node) : []
            let tag = spec["live_migratable"]
            where tag?.Kind is not (null or JsonKind.Null) && PciSpecs.ReadsAsBoolean(tag) == true
            select Found(tag.At, string.Join(" and ", tooOld)).With(target.Declared);
    }

    // A target that says 8.2 may mean any update of 8.2.
    private static string? Older(string name, Version? version, Version least) =>
        version is not null && (version.Build > 0 || (version.Major, version.Minor) != (least.Major, least.Minor)) && version < least ? $"{name} {TargetFacts.Short(version)}" : null;
}
