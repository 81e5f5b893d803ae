using System.Text.Json;

namespace ConfigSdk.Plans.Reading;

/// <summary>One side of a plan: a directory with bundles, one node's bundle, a copy of a host's files, or a directory of such copies.</summary>
public sealed class Folder
{
    private Folder(string path, bool isOneNode, IReadOnlyDictionary<string, NodeFiles> nodes, IReadOnlyDictionary<string, ImageProperties> images) =>
        (Path, IsOneNode, Nodes, Images) = (path, isOneNode, nodes, images);

    /// <summary>The directory as it was given.</summary>
    public string Path { get; }

    /// <summary>Whether it is one node's.</summary>
    public bool IsOneNode { get; }

    /// <summary>Its nodes, by name.</summary>
    public IReadOnlyDictionary<string, NodeFiles> Nodes { get; }

    /// <summary>Its images, by name.</summary>
    public IReadOnlyDictionary<string, ImageProperties> Images { get; }

    /// <summary>Opens a directory.</summary>
    /// <exception cref="PlanException">It is none, or nothing in it is a node.</exception>
    public static Folder Open(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new PlanException($"{path}: there is no such directory. Name a directory of bundles, one node's bundle, or a copy of a host's files.");
        }

        try
        {
            if (NodeFiles.Open(path) is { } node)
            {
                return new(path, true, new Dictionary<string, NodeFiles> { [node.Name] = node }, new Dictionary<string, ImageProperties>());
            }

            var nodes = new SortedDictionary<string, NodeFiles>(StringComparer.Ordinal);
            foreach (var directory in Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal))
            {
                if (NodeFiles.Open(directory) is { } found && !nodes.TryAdd(found.Name, found))
                {
                    throw new PlanException($"{directory}: another directory beside it is of the node '{found.Name}' too; leave only one of them.");
                }
            }

            var images = Directory.Exists(System.IO.Path.Combine(path, "images")) ? Directory.EnumerateFiles(System.IO.Path.Combine(path, "images"), "*.json").Select(ImageProperties.Read) : [];
            var byName = new SortedDictionary<string, ImageProperties>(images.ToDictionary(i => i.Name, StringComparer.Ordinal), StringComparer.Ordinal);
            return nodes.Count + byName.Count > 0 ? new(path, false, nodes, byName)
                : throw new PlanException($"{path}: holds neither bundles (NODE/manifest.json) nor a copy of a host's files (etc/nova/nova.conf, etc/modules).");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PlanException($"{path}: cannot be read: {e.Message}");
        }
    }
}

/// <summary>What an image's file says.</summary>
/// <param name="Name">The image's name.</param>
/// <param name="Members">Glance's fields and the properties, as text.</param>
public sealed record ImageProperties(string Name, IReadOnlyDictionary<string, string> Members)
{
    /// <summary>Reads the body of the image API's create call.</summary>
    /// <exception cref="PlanException">The file is none.</exception>
    public static ImageProperties Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var members = json.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => m.Value.ValueKind == JsonValueKind.String ? m.Value.GetString()! : m.Value.GetRawText(), StringComparer.Ordinal);
            return new(members["name"], members);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new PlanException($"{path}: is no image of a bundle (a JSON object with a name); build the bundles again.");
        }
    }
}
