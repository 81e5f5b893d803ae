using ConfigSdk.Bundles.Ansible;

namespace ConfigSdk.Bundles;

/// <summary>
/// The bundles on disk. Only what changed is written; a node's directory is replaced as a whole; what an earlier build wrote and
/// this one does not is deleted, and nothing beside it. fleet.json comes last: where it is, everything it lists is.
/// </summary>
/// <param name="path">The directory of all bundles.</param>
/// <param name="writtenList">The file, outside of that directory, that lists what was written: an absolute path a line.</param>
/// <param name="patience">How long to wait for another build that writes to the directory; half a minute if it is left out.</param>
/// <param name="time">The time of everything in the archives; that at which Unix begins if it is left out.</param>
public sealed class BundleDirectory(string path, string writtenList, TimeSpan? patience = null, DateTimeOffset? time = null)
{
    /// <summary>The directory, in that of the bundles, for what is not finished.</summary>
    public const string WorkDirectory = ".configsdk";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly string _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private string Unfinished => Full($"{WorkDirectory}/unfinished");

    /// <summary>Writes the fleet.</summary>
    /// <param name="nodes">The nodes' bundles. Each is asked for once and kept no longer than it takes to write it.</param>
    /// <param name="images">The images' files.</param>
    /// <returns>How many files the directory has now.</returns>
    /// <exception cref="IOException">A file could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file could not be written.</exception>
    /// <exception cref="DirectoryInUseException">Another build writes to the directory.</exception>
    public int Write(IEnumerable<NodeBundle> nodes, IReadOnlyCollection<ImageBundle> images)
    {
        using var mine = DirectoryLock.Take(_path, patience ?? s_patience);
        // What a build left that was killed.
        DeleteTree(Unfinished);
        var list = new WrittenList(writtenList);
        var written = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<FleetEntry>();
        BundleFile[] ofImages = [.. images.Select(i => i.File), .. images.SelectMany(i => i.Beside)];
        BundlePath.Check([.. ofImages.Select(f => f.Path)]);
        foreach (var node in nodes)
        {
            BundleFile[] beside = [.. node.Beside, NodeArchive.Of(node, time ?? DateTimeOffset.UnixEpoch)];
            string[] paths = [.. node.Files.Select(f => $"{node.Name}/{f.Path}"), .. beside.Select(f => f.Path)];
            BundlePath.Check(paths);
            list.Add(Note(paths));
            Replace(node);
            WriteFiles(beside);
            entries.Add(FleetEntry.Of(node, beside[^1]));
        }

        BundleFile[] ofAll = [.. ImageBundle.Common(images), .. AnsibleFiles.Render(entries)];
        BundleFile[] others = [.. ofImages, .. ofAll];
        list.Add(Note(others.Select(f => f.Path)));
        WriteFiles(others);
        var fleet = Manifest.OfFleet(entries, images, ofAll);
        list.Add(Note([fleet.Path]));
        var stale = list.Files.Except(written, StringComparer.Ordinal).ToArray();
        if (stale.Length > 0)
        {
            Invalidate();
            Delete(stale);
        }

        WriteFiles([fleet]);
        DeleteTree(Unfinished);
        list.Set(written);
        return written.Count;

        IEnumerable<string> Note(IEnumerable<string> relative)
        {
            foreach (var file in relative.Select(Full))
            {
                written.Add(file);
                yield return file;
            }
        }
    }

    /// <summary>Deletes everything that earlier builds wrote, so that nothing old can be taken for new.</summary>
    /// <exception cref="IOException">A file could not be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">A file could not be deleted.</exception>
    /// <exception cref="DirectoryInUseException">Another build writes to the directory.</exception>
    public void Clear()
    {
        if (!Directory.Exists(_path) && !File.Exists(writtenList))
        {
            return;
        }

        using var mine = DirectoryLock.Take(_path, patience ?? s_patience);
        DeleteTree(Unfinished);
        var list = new WrittenList(writtenList);
        Delete(list.Files);
        list.Delete();
    }

    private string Full(string relative) => Path.GetFullPath(Path.Combine(_path, relative));

    /// <summary>From the first change on, until all is written, nothing says that the bundles belong together.</summary>
    private void Invalidate() => File.Delete(Full(Manifest.FleetFile));

    /// <summary>Makes the new bundle apart from the old one and puts it in its place, unless nothing differs.</summary>
    private void Replace(NodeBundle node)
    {
        var directory = Full(node.Name);
        if (node.Files.All(f => IsCurrent(Path.Combine(directory, f.Path), f)))
        {
            return;
        }

        Invalidate();
        var fresh = Path.Combine(Unfinished, node.Name);
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

            DirectorySwap.Replace(fresh, directory);
        }
        finally
        {
            DeleteTree(fresh);
        }
    }

    /// <summary>Writes files that stand beside the bundles.</summary>
    private void WriteFiles(IEnumerable<BundleFile> files)
    {
        foreach (var file in files.Where(f => !IsCurrent(Full(f.Path), f)))
        {
            Invalidate();
            var temporary = Path.Combine(Unfinished, "file");
            Directory.CreateDirectory(Unfinished);
            using (var stream = File.Create(temporary))
            {
                stream.Write(file.Content.Span);
            }

            if (LinkAbove(Full(file.Path)) is { } link)
            {
                throw new IOException($"'{link}' is a link, and what it leads to is no bundle; take it away.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Full(file.Path))!);
            File.Move(temporary, Full(file.Path), overwrite: true);
        }
    }

    private static bool IsCurrent(string path, BundleFile file) =>
        File.Exists(path) && new FileInfo(path).Length == file.Content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Content.Span);

    /// <summary>The link on the way from the directory of the bundles to the file; null if there is none.</summary>
    private string? LinkAbove(string file)
    {
        for (var directory = Path.GetDirectoryName(file); directory is not null && directory.StartsWith(_path + Path.DirectorySeparatorChar, StringComparison.Ordinal); directory = Path.GetDirectoryName(directory))
        {
            if (new DirectoryInfo(directory).LinkTarget is not null)
            {
                return directory;
            }
        }

        return null;
    }

    private static void DeleteTree(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Deletes files that a build wrote, and the directories that this leaves empty.</summary>
    private void Delete(IEnumerable<string> files)
    {
        // Where somebody put a link in the place of a directory, what is behind it is not what a build wrote.
        foreach (var file in files.Where(f => LinkAbove(f) is null))
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
