using System.Formats.Tar;
using System.IO.Compression;

namespace ConfigSdk.Bundles;

/// <summary>
/// NAME.tar.gz: a node's bundle as one file, with owner, group and mode of each file as in the manifest. The same bundle has the same bytes,
/// whoever makes it and where; only another major version of .NET may compress otherwise.
/// </summary>
internal static class NodeArchive
{
    private const UnixFileMode DirectoryMode = (UnixFileMode)0b111_101_101;

    // The tenth byte of a gzip file says on which system it was made; 255 is "unknown".
    private const int SystemByte = 9;

    /// <summary>Makes the archive.</summary>
    /// <param name="node">The node.</param>
    /// <param name="time">The time of everything in it.</param>
    public static BundleFile Of(NodeBundle node, DateTimeOffset time)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        using (var tar = new TarWriter(gzip, TarEntryFormat.Gnu))
        {
            var paths = node.Files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (Path: $"{node.Name}/{f.Path}", File: f)).ToArray();
            foreach (var (path, file) in paths.SelectMany(f => Directories(f.Path)).Distinct().Select(d => (Path: d, File: (BundleFile?)null))
                .Concat(paths.Select(f => (f.Path, File: (BundleFile?)f.File))).OrderBy(e => e.Path, StringComparer.Ordinal))
            {
                var entry = new GnuTarEntry(file is null ? TarEntryType.Directory : TarEntryType.RegularFile, path)
                {
                    Mode = file is null ? DirectoryMode : (UnixFileMode)Convert.ToInt32(file.Mode, 8),
                    UserName = "root",
                    GroupName = file?.Group ?? "root",
                    ModificationTime = time,
                    AccessTime = time,
                    ChangeTime = time,
                };
                if (file is not null)
                {
                    entry.DataStream = new MemoryStream(file.Content.ToArray());
                }

                tar.WriteEntry(entry);
            }
        }

        var bytes = compressed.ToArray();
        bytes[SystemByte] = byte.MaxValue;
        return new BundleFile($"{node.Name}.tar.gz", bytes);
    }

    /// <summary>The directories above a file, with a slash behind each.</summary>
    private static IEnumerable<string> Directories(string path) => path.Select((c, i) => (c, i)).Where(c => c.c == '/').Select(c => path[..(c.i + 1)]);
}
