using ConfigSdk.Catalog;
using ConfigSdk.Rules.Fleets;

namespace ConfigSdk.Rules;

/// <summary>What is known of a fleet: its nodes and images together.</summary>
public sealed class FleetFacts
{
    private IReadOnlyList<MigrationGroup>? _migrationGroups;

    private FleetFacts(PartialValue nodes, PartialValue images, FactCatalog catalog)
    {
        var nodeItems = (nodes as Sequence)?.Items ?? [];
        Nodes = [.. ReadNodes(nodeItems.OfType<Record>(), catalog)];
        HasUnknownNodes = nodes is not Sequence { IsOpen: false } || Nodes.Count != nodeItems.Count;
        Images = [.. ((images as Sequence)?.Items ?? []).OfType<Record>().Select(i => new ImageFacts(i))];
    }

    /// <summary>The nodes that are certainly in the fleet, in order.</summary>
    public IReadOnlyList<NodeFacts> Nodes { get; }

    /// <summary>Whether there may be more nodes, or some of which nothing is known.</summary>
    public bool HasUnknownNodes { get; }

    /// <summary>The images that are certainly in the fleet.</summary>
    public IReadOnlyList<ImageFacts> Images { get; }

    /// <summary>The groups of at least two nodes between which guests are to migrate.</summary>
    internal IReadOnlyList<MigrationGroup> MigrationGroups => _migrationGroups ??= [.. MigrationGroup.In(Nodes)];

    /// <summary>Reads the fleet's two collections.</summary>
    public static FleetFacts Read(PartialValue nodes, PartialValue images, FactCatalog catalog) => new(nodes, images, catalog);

    // Most nodes of a fleet share a profile, and so what is read of it.
    private static IEnumerable<NodeFacts> ReadNodes(IEnumerable<Record> nodes, FactCatalog catalog)
    {
        var ofProfiles = new Dictionary<PartialValue, NodeFacts>();
        foreach (var node in nodes)
        {
            var profile = node[ModelNames.Profile];
            if (ofProfiles.TryGetValue(profile, out var other))
            {
                yield return other.OfOtherNode(node);
            }
            else if (NodeFacts.OfNode(node, catalog) is { } facts)
            {
                ofProfiles.Add(profile, facts);
                yield return facts;
            }
        }
    }
}

/// <summary>What is known of an image.</summary>
public sealed class ImageFacts
{
    internal ImageFacts(Record image)
    {
        Declared = image;
        Name = image[ModelNames.Name];
        DiskFormat = image[ModelNames.DiskFormat];
        var properties = image[ModelNames.Properties];
        HasUnknownProperties = properties is not (Record { IsOpen: false } or Unset);
        if (properties is Record record)
        {
            HasUnknownProperties |= record[ModelNames.Extra] is not (Sequence { IsOpen: false } or Unset);
            foreach (var property in record.Properties)
            {
                if (property.Key == ModelNames.Extra)
                {
                    foreach (var entry in (property.Value as Sequence)?.Items ?? [])
                    {
                        HasUnknownProperties |= Record.Below(entry, ModelNames.Name).Text is null;
                        if (entry is Record extra)
                        {
                            Extra.Add((extra[ModelNames.Name], extra[ModelNames.Value]));
                        }
                    }
                }
                else
                {
                    Properties[property.Key] = property.Value;
                }
            }
        }
    }

    /// <summary>The image as declared.</summary>
    public Record Declared { get; }

    /// <summary>The image's name.</summary>
    public PartialValue Name { get; }

    /// <summary>Glance's disk format.</summary>
    public PartialValue DiskFormat { get; }

    /// <summary>The typed properties that are set, by nova's name.</summary>
    public Dictionary<string, PartialValue> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether there may be more properties, or some of which not even the name is known.</summary>
    public bool HasUnknownProperties { get; }

    /// <summary>The properties that go past the typed model: name and value.</summary>
    public List<(PartialValue Name, PartialValue Value)> Extra { get; } = [];
}
