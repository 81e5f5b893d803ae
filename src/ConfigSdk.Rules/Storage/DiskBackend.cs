using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Storage;

/// <summary>Where nova keeps the guests' local disks.</summary>
internal static class DiskBackend
{
    /// <summary>The value of images_type that nova will use; null if it is not known, or if the release does not take it.</summary>
    public static string? ImagesType(this NodeFacts node) =>
        node.TextOf("libvirt", "images_type") is { } type && Types(node.Target.Release).Contains(type) ? type : null;

    /// <summary>Whether nova certainly keeps local disks in something else.</summary>
    public static bool KeepsDisksElsewhere(this NodeFacts node, string type) => node.ImagesType() is { } used && used != type;

    /// <summary>The values that images_type can have; those of every release if none is known. Until 12 the option itself has no list of them.</summary>
    public static IReadOnlyList<string> Types(Release? release) =>
    [
        "default", "raw", "qcow2", "lvm", "rbd",
        .. release?.IsAtLeast("14.0.0") != false ? ["flat"] : Array.Empty<string>(),
        .. release?.IsAtLeast("2015.1.0") != false ? ["ploop"] : Array.Empty<string>(),
    ];
}
