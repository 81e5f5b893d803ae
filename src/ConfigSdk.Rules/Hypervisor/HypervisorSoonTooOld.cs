using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A libvirt or QEMU that the release warns of.</summary>
internal sealed class HypervisorSoonTooOld : MinimumVersionRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1030", "Version of libvirt or QEMU that a later nova refuses",
        "The target has {0} {1}; {2}",
        Consequence.Notable, "nova's libvirt driver announces the minimum versions of libvirt and QEMU before it enforces them.");

    protected override IEnumerable<Finding> Judge(NodeFacts node, Release release, IEnumerable<Outdated> outdated)
    {
        // One word for each program: what is refused is NOVA1029's.
        foreach (var program in outdated.GroupBy(o => o.Minimum.Program).Where(p => p.All(o => o.Minimum.Below != BelowMinimum.Refused)))
        {
            var o = program.First();
            yield return Found(o.At, o.Minimum.Program, o.Declared, o.Minimum.Below == BelowMinimum.Logged
                ? $"{release.DisplayName} is made for {TargetFacts.Short(o.Minimum.Version)} or later, and logs an error for each start with an older one"
                : $"{release.DisplayName} announces that a later release needs {TargetFacts.Short(o.Minimum.Version)} or later").With(node.Option("libvirt", "virt_type"));
        }
    }
}
