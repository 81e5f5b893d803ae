using System.Text;
using System.Text.Json;
using ConfigSdk.Catalog;

namespace ConfigSdk.Plans.Reading;

/// <summary>The files of one node, by their paths on it: a bundle's, or a copy of a host's.</summary>
public sealed class NodeFiles
{
    private const long MaxLength = 16 << 20;
    private static readonly string[] s_signsOfHost = ["etc/nova/nova.conf", "etc/nova", "etc/modules", "etc/modules-load.d", "etc/modprobe.d", "etc/udev/rules.d", "etc/hostname"];

    private readonly string _root;
    private readonly NodeFiles? _beneath;

    private NodeFiles(string name, string root, NodeManifest? manifest, NodeFiles? beneath) => (Name, _root, Manifest, _beneath) = (name, root, manifest, beneath);

    /// <summary>The node's name: the manifest's; of a host its /etc/hostname, or else the directory's name.</summary>
    public string Name { get; }

    /// <summary>The bundle's manifest; null for a copy of a host's files.</summary>
    public NodeManifest? Manifest { get; }

    /// <summary>Reads a directory; null if it is neither a node's bundle nor a copy of a host's files.</summary>
    /// <exception cref="PlanException">The bundle cannot be read.</exception>
    public static NodeFiles? Open(string directory)
    {
        var manifest = Path.Combine(directory, "manifest.json");
        if (File.Exists(manifest))
        {
            var read = NodeManifest.Read(manifest);
            return new(read.Node, Path.Combine(directory, "rootfs"), read, null);
        }

        if (!s_signsOfHost.Any(s => Path.Exists(Path.Combine(directory, s))))
        {
            return null;
        }

        var host = new NodeFiles(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))), directory, null, null);
        return host.Text("/etc/hostname")?.Trim() is { Length: > 0 } name ? new(name, directory, null, null) : host;
    }

    /// <summary>These files, and where there are none of a path those of a host: what a node has once a bundle was copied to it.</summary>
    public NodeFiles Over(NodeFiles host) => new(Name, _root, Manifest, host);

    /// <summary>The file's name for messages, where it is on this machine.</summary>
    public string PathOf(string path)
    {
        var own = Path.Combine(_root, path.TrimStart('/'));
        return File.Exists(own) || _beneath is null ? own : _beneath.PathOf(path);
    }

    /// <summary>The file's text in UTF-8, with its byte order mark if it has one; null if there is no such file.</summary>
    /// <param name="path">The absolute path on the node.</param>
    public string? Text(string path)
    {
        var file = PathOf(path);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            // A link that leads out of the copy would show this machine's file for the host's. /dev/null is how a file is switched off.
            if (File.ResolveLinkTarget(file, returnFinalTarget: true) is { } target && !IsBelow(target.FullName))
            {
                return target.FullName == "/dev/null" ? "" : throw new PlanException($"{file}: is a link to {target.FullName}, outside of the copy; copy the file itself.");
            }

            return new FileInfo(file).Length > MaxLength ? throw new PlanException($"{file}: is larger than {MaxLength >> 20} MB, which no such file is; take it out of the copy.")
                : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException)
        {
            throw new PlanException($"{file}: is not in UTF-8; nova-compute refuses to start with such a nova.conf, and other files cannot be compared line by line. Write it in UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PlanException($"{file}: cannot be read: {e.Message}");
        }
    }

    /// <summary>The node's paths of the files in a directory whose names end so, by name.</summary>
    public IEnumerable<string> In(string directory, string suffix) =>
        Names(directory).Concat(_beneath?.Names(directory) ?? []).Where(n => n.EndsWith(suffix, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).Select(n => $"{directory}/{n}");

    /// <summary>The node's paths of all files of a bundle; none for a host, where nobody declared the rest.</summary>
    public IEnumerable<string> Declared => Manifest is null || !Directory.Exists(_root) ? []
        : Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(f => "/" + Path.GetRelativePath(_root, f).Replace('\\', '/'));

    private IEnumerable<string> Names(string directory)
    {
        var own = Path.Combine(_root, directory.TrimStart('/'));
        return Directory.Exists(own) ? Directory.EnumerateFiles(own).Select(f => Path.GetFileName(f)!) : [];
    }

    private bool IsBelow(string file) =>
        file.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_root)) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || _beneath?.IsBelow(file) == true;
}

/// <summary>What a bundle's manifest.json says.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="Nova">nova's release.</param>
/// <param name="Target">The target's members as text, by name.</param>
/// <param name="Files">Owner, group and mode of each file, by its path on the node.</param>
public sealed record NodeManifest(string Node, Release Nova, IReadOnlyDictionary<string, string> Target, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="PlanException">It is no manifest.</exception>
    public static NodeManifest Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var target = root.GetProperty("target").EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.String).ToDictionary(m => m.Name, m => m.Value.GetString()!, StringComparer.Ordinal);
            var nova = target.GetValueOrDefault("nova", "");
            return new(
                root.GetProperty("node").GetString()!,
                Release.Find(nova) ?? throw new PlanException($"{path}: {Release.Unknown(nova)}"),
                target,
                root.GetProperty("files").EnumerateArray().ToDictionary(
                    f => f.GetProperty("path").GetString()!,
                    f => $"{f.GetProperty("owner").GetString()}:{f.GetProperty("group").GetString()} {f.GetProperty("mode").GetString()}", StringComparer.Ordinal));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new PlanException($"{path}: is no manifest of a bundle; build the bundle again.");
        }
    }
}
