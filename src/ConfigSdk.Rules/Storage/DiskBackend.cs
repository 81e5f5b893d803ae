namespace ConfigSdk.Rules.Storage;

/// <summary>Where nova keeps the guests' local disks.</summary>
internal static class DiskBackend
{
    private static readonly string[] s_types = ["default", "raw", "flat", "qcow2", "lvm", "rbd", "ploop"];

    /// <summary>The value of images_type that nova will use; null if it is not known, or if the release does not take it.</summary>
    public static string? ImagesType(this NodeFacts node)
    {
        var type = node.TextOf("libvirt", "images_type");
        var choices = node.Target.Release is { } release ? node.Catalog.Options.Find("libvirt", "images_type")?.In(release)?.Choices : null;
        return type is not null && (choices is { Count: > 0 } ? choices : s_types).Contains(type) ? type : null;
    }

    /// <summary>Whether nova certainly keeps local disks in something else.</summary>
    public static bool KeepsDisksElsewhere(this NodeFacts node, string type) => node.ImagesType() is { } used && used != type;
}
