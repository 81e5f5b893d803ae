using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Migration;

/// <summary>Post-copy over several connections, on a QEMU that does not do both.</summary>
internal sealed class PostCopyWithParallel : LibvirtRule
{
    private static readonly Version s_qemu = new(10, 1);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6009", "Post-copy over several connections on an older QEMU",
        "[libvirt] live_migration_permit_post_copy is on beside {0} connections (live_migration_parallel_connections), which takes QEMU 10.1, and the target has QEMU {1}; with {2}, {3}. Leave out one of the two.",
        Consequence.Refused, "QEMU 10.1 learned to switch a migration over several connections to post-copy. nova looks at QEMU's version when it starts with both.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var connections = node.Option("libvirt", "live_migration_parallel_connections");
        if (node.Target is { Release: { } release, Qemu: { } qemu } && release.IsAtLeast("33.0.0") && qemu < s_qemu && node.VirtType() is "kvm" or "qemu"
            && node.NumberOf("libvirt", "live_migration_parallel_connections") > 1 && connections.Text is { } number && node.IsOn("libvirt", "live_migration_permit_post_copy") == true)
        {
            yield return Found(connections, number, TargetFacts.Short(qemu), release.DisplayName, Outcome.NoStart)
                .With(node.Option("libvirt", "live_migration_permit_post_copy"), node.Target.Declared).OfferToRemove("LiveMigrationParallelConnections");
        }
    }
}
