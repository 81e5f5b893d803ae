using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A libvirt or QEMU that the release refuses.</summary>
internal sealed class HypervisorTooOld : MinimumVersionRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1029", "Version of libvirt or QEMU that is too old",
        "{0} needs {1} {2} or later, and the target has {3}; {4}",
        Consequence.Refused, "nova's libvirt driver asks for the versions of libvirt and QEMU when it starts, and each release has its minimum.");

    protected override IEnumerable<Finding> Judge(NodeFacts node, Release release, IEnumerable<Outdated> outdated) =>
        outdated.Where(o => o.Minimum.Below == BelowMinimum.Refused).GroupBy(o => o.Minimum.Program).Select(o => o.OrderByDescending(m => m.Minimum.Version).First())
            .Select(o => Found(o.At, release.DisplayName, o.Minimum.Program, TargetFacts.Short(o.Minimum.Version), o.Declared, Outcome.NoStart).With(node.Option("libvirt", "virt_type")));
}
