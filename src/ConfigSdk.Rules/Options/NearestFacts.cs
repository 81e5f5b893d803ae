using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>A target whose versions are not bundled, so that older facts stand in.</summary>
internal sealed class NearestFacts : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5007", "Facts of an older version",
        "{0} is not bundled; the facts of {1} stand in",
        Consequence.Notable, "CPU models and features are looked up in the facts of the target's libvirt, machine types in those of its QEMU. What the version added since the facts that stand in is not known.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var target = node.Target;
        if (target.CpuMap is { Version: { } version } map && !map.IsOf(target.Libvirt!))
        {
            yield return Found(target.Declared, "libvirt " + TargetFacts.Short(target.Libvirt!), TargetFacts.Short(version));
        }

        // A stable update has the machine types of its first release.
        if (target is { Qemu: { } qemu, Architecture: { } architecture } && QemuFacts.For(qemu, architecture) is { } facts
            && (facts.Version.Major, facts.Version.Minor) != (qemu.Major, qemu.Minor))
        {
            yield return Found(target.Declared, "QEMU " + TargetFacts.Short(qemu), TargetFacts.Short(facts.Version));
        }
    }
}
