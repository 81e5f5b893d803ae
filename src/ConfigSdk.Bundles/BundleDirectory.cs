using System.Security.Cryptography;

namespace ConfigSdk.Bundles;

/// <summary>
/// The bundles on disk. Only what changed is written; a node's directory is replaced as a whole; what an earlier build wrote and
/// this one does not is deleted, and nothing beside it. fleet.json comes last: where it is, everything it lists is.
/// </summary>
/// <param name="path">The directory of all bundles.</param>
/// <param name="writtenList">The file, outside of that directory, that lists what was written: an absolute path a line.</param>
/// <param name="time">The time of everything in the archives: by default that at which Unix begins.</param>
public sealed class BundleDirectory(string path, string writtenList, DateTimeOffset? time = null)
{
    private readonly string _path = Path.GetFullPath(path);
    private readonly DateTimeOffset _time = time ?? DateTimeOffset.UnixEpoch;

    /// <summary>Writes the fleet.</summary>
    /// <param name="nodes">Every node. They are asked for twice, so that not all of them need be in memory at once.</param>
    /// <param name="images">Every image.</param>
    /// <returns>How many files the directory has now.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file could not be written.</exception>
    public int Write(IEnumerable<NodeBundle> nodes, IReadOnlyCollection<ImageBundle> images)
    {
        var imageFiles = images.Select(i => i.File).Concat(ImageBundle.Common(images)).ToArray();
        var listings = nodes.Select(n => NodeListing.Of(n, _time)).ToArray();
        var fleet = Manifest.OfFleet(listings, images);
        var written = listings.SelectMany(l => l.Hashes.Keys.Select(Full)).Concat(imageFiles.Select(f => Full(f.Path))).Append(Full(fleet.Path))
            .Order(StringComparer.Ordinal).ToArray();

        var previous = Written();
        // A build that dies from here on is still known to have written all of this.
        WriteList(previous.Union(written));
        if (!IsCurrent(Full(fleet.Path), fleet))
        {
            Delete([Full(fleet.Path)]);
        }

        foreach (var (node, listing) in nodes.Zip(listings))
        {
            Replace(node);
            if (!IsCurrent(Full(listing.Archive), listing.Hashes[listing.Archive]))
            {
                WriteAtomically(Full(listing.Archive), NodeArchive.Of(node, _time).Content.Span);
            }
        }

        foreach (var file in imageFiles)
        {
            WriteFile(Full(file.Path), file);
        }

        Delete(previous.Except(written, StringComparer.Ordinal));
        WriteFile(Full(fleet.Path), fleet);
        WriteList(written);
        return written.Length;
    }

    /// <summary>Deletes everything that earlier builds wrote, so that nothing old can be taken for new.</summary>
    public void Clear()
    {
        Delete(Written());
        if (File.Exists(writtenList))
        {
            File.Delete(writtenList);
        }
    }

    private string Full(string relative) => Path.GetFullPath(Path.Combine(_path, relative));

    private string[] Written() => File.Exists(writtenList) ? [.. File.ReadAllLines(writtenList).Where(l => l.Length > 0)] : [];

    private void WriteList(IEnumerable<string> files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(writtenList))!);
        WriteAtomically(writtenList, System.Text.Encoding.UTF8.GetBytes(string.Concat(files.Order(StringComparer.Ordinal).Select(f => f + "\n"))));
    }

    /// <summary>Makes the new bundle beside the old one and renames it into place, unless nothing differs.</summary>
    private void Replace(NodeBundle node)
    {
        var directory = Full(node.Name);
        if (node.Files.All(f => IsCurrent(Path.Combine(directory, f.Path), f)))
        {
            return;
        }

        var fresh = Full($".{node.Name}.{Environment.ProcessId}.new");
        var old = Full($".{node.Name}.{Environment.ProcessId}.old");
        try
        {
            foreach (var file in node.Files)
            {
                var target = Path.Combine(fresh, file.Path);
                var current = Path.Combine(directory, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                if (IsCurrent(current, file))
                {
                    // Copied with its time: who looks at times must see only what changed.
                    File.Copy(current, target);
                }
                else
                {
                    using var stream = File.Create(target);
                    stream.Write(file.Content.Span);
                }
            }

            if (Directory.Exists(directory))
            {
                Directory.Move(directory, old);
            }

            Directory.Move(fresh, directory);
        }
        finally
        {
            DeleteTree(fresh);
            DeleteTree(old);
        }
    }

    private static void WriteFile(string path, BundleFile file)
    {
        if (!IsCurrent(path, file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteAtomically(path, file.Content.Span);
        }
    }

    private static void WriteAtomically(string path, ReadOnlySpan<byte> content)
    {
        var temporary = $"{path}.{Environment.ProcessId}.new";
        using (var stream = File.Create(temporary))
        {
            stream.Write(content);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static bool IsCurrent(string path, BundleFile file) =>
        File.Exists(path) && new FileInfo(path).Length == file.Content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Content.Span);

    private static bool IsCurrent(string path, string sha256)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var stream = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(stream)).Equals(sha256, StringComparison.OrdinalIgnoreCase);
    }

    private static void DeleteTree(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Deletes files that a build wrote, and the directories that this leaves empty.</summary>
    private static void Delete(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            var directory = Path.GetDirectoryName(file);
            if (Directory.Exists(directory))
            {
                File.Delete(file);
            }

            for (; directory is not null && Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any(); directory = Path.GetDirectoryName(directory))
            {
                Directory.Delete(directory);
            }
        }
    }
}
