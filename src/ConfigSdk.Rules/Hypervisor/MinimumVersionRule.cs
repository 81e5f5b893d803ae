using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A rule over the versions of libvirt and QEMU that the target has.</summary>
internal abstract class MinimumVersionRule : LibvirtRule
{
    /// <summary>What is wrong with the target's versions.</summary>
    protected abstract IEnumerable<Finding> Judge(NodeFacts node, Release release, IEnumerable<Outdated> outdated);

    protected sealed override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) => node.Target.Release is { } release
        ? Judge(node, release, HypervisorMinimums.Of(release, node.Target.Architecture, node.VirtType()).Select(m => Below(node.Target, m)).OfType<Outdated>().ToArray())
        : [];

    private static Outdated? Below(TargetFacts target, HypervisorMinimum minimum)
    {
        var (property, version) = minimum.Program == HypervisorMinimum.Libvirt ? (ModelNames.Libvirt, target.Libvirt) : (ModelNames.Qemu, target.Qemu);
        var declared = Record.Below(target.Declared, property);
        // 8.2 may be any of 8.2.0, 8.2.1 and so on.
        return version is not null && version < minimum.Version && !(Parts(declared.Text!) < 3 && (version.Major, version.Minor) == (minimum.Version.Major, minimum.Version.Minor))
            ? new Outdated(minimum, declared.Origin is null ? target.Declared : declared, TargetFacts.Short(version))
            : null;
    }

    private static int Parts(string version) => version.Split('.').Length;

    /// <summary>A version of the target's that is below a minimum.</summary>
    /// <param name="Minimum">The minimum.</param>
    /// <param name="At">The version as declared.</param>
    /// <param name="Declared">The version in messages.</param>
    protected sealed record Outdated(HypervisorMinimum Minimum, PartialValue At, string Declared);
}
