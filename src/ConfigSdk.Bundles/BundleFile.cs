using System.Security.Cryptography;
using System.Text;

namespace ConfigSdk.Bundles;

/// <summary>A file of a bundle.</summary>
/// <param name="Path">Where it stands in the bundle, with <c>/</c> between names.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Mode">Its permissions on the node, as octal digits.</param>
/// <param name="Group">Its group on the node; its owner is root.</param>
public sealed record BundleFile(string Path, ReadOnlyMemory<byte> Content, string Mode = "0644", string Group = "root")
{
    /// <summary>Below this directory of a bundle stand the files of the node's root file system.</summary>
    public const string RootFileSystem = "rootfs";

    /// <summary>A file of the node's root file system: UTF-8 without mark, lines that end in LF.</summary>
    /// <param name="path">The absolute path on the node.</param>
    /// <param name="text">The content.</param>
    /// <param name="mode">Its permissions.</param>
    /// <param name="group">Its group.</param>
    public static BundleFile OnNode(string path, string text, string mode = "0644", string group = "root") =>
        new(RootFileSystem + path, Encoding.UTF8.GetBytes(text), mode, group);

    /// <summary>The absolute path on the node; null for files that are not installed.</summary>
    public string? NodePath => Path.StartsWith(RootFileSystem + "/", StringComparison.Ordinal) ? Path[RootFileSystem.Length..] : null;

    /// <summary>The SHA-256 of the content, in lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexString(SHA256.HashData(Content.Span)).ToLowerInvariant();
}
