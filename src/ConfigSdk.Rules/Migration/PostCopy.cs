namespace ConfigSdk.Rules.Migration;

/// <summary>Whether guests run on the other host before their memory is there.</summary>
internal static class PostCopy
{
    private static readonly Version s_libvirt = new(1, 3, 3);
    private static readonly Version s_qemu = new(2, 5, 0);

    /// <summary>Whether nova asks libvirt for post-copy; null if that is not known.</summary>
    public static bool? MigratesByPostCopy(this NodeFacts node) =>
        node.IsOn("libvirt", "live_migration_permit_post_copy") is not { } permits || node.Target.Release is not { } release ? null
        : !permits || !release.IsAtLeast("14.0.0") ? false
        : release.IsAtLeast("20.0.0") ? true
        : IsTooOld(node) is { } old ? !old : null;

    /// <summary>Whether nova, which looked at the versions up to 19, finds libvirt or QEMU too old; null if they are not known.</summary>
    public static bool? IsTooOld(NodeFacts node) => (node.Target.Libvirt, node.Target.Qemu) switch
    {
        ({ } libvirt, _) when libvirt < s_libvirt => true,
        (_, { } qemu) when qemu < s_qemu => true,
        (null, _) or (_, null) => null,
        _ => false,
    };
}
