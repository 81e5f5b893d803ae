using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Storage;

/// <summary>A cache mode that goes through the host's page cache, for disks that nova would open past it.</summary>
internal sealed class CacheModeWithoutNativeIo : LibvirtRule
{
    private static readonly string[] s_direct = ["none", "directsync"];
    private static readonly string[] s_cached = ["default", "writethrough", "writeback", "unsafe"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7013", "Cache mode that rules out native I/O",
        "With '{0}' in [libvirt] disk_cachemodes, guests' disks lose native I/O: {1}, but the mode goes through the host's page cache, so that nova falls back to threads and logs a warning for each disk. Write {2}=none or {2}=directsync.",
        Consequence.Harmful, "QEMU does native I/O only on files that are opened with O_DIRECT, which the modes none and directsync do. nova takes threads for the others since 22.0.0.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var (kind, why) = NativeDisks(node);
        if (kind is null || node.Target.Release?.IsAtLeast("22.0.0") != true || node.ItemsOf("libvirt", "disk_cachemodes") is not { } items)
        {
            yield break;
        }

        // The last entry for a kind of disk is the one that counts.
        var entry = items.LastOrDefault(i => DiskCacheMode.Split(i.Value) is var (type, mode) && type == kind && mode is not null && s_direct.Concat(s_cached).Contains(mode));
        if (entry is not null && s_cached.Contains(DiskCacheMode.Split(entry.Value).Mode))
        {
            yield return Found(entry, entry.Value, why, kind).With(node.Option("libvirt", "images_type")).ReplaceBy(kind + "=none");
        }
    }

    private static (string? Kind, string Why) NativeDisks(NodeFacts node) => node.ImagesType() switch
    {
        "lvm" when node.IsOn("libvirt", "sparse_logical_volumes") == false => ("block", "images_type is lvm and the volumes are not sparse"),
        "default" or "raw" or "flat" or "qcow2" when node.TextOf("DEFAULT", "preallocate_images") == "space" => ("file", "preallocate_images is space"),
        _ => (null, ""),
    };
}
