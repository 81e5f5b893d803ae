using ConfigSdk.Catalog;
using ConfigSdk.Plans.Parts;
using ConfigSdk.Plans.Reading;

namespace ConfigSdk.Plans;

/// <summary>What changes from one set of nodes and images to another.</summary>
/// <param name="Nodes">Every node of either side, by name.</param>
/// <param name="Images">Every image of either side, by name, unless one of the sides has no images because it is a host's or a single node.</param>
public sealed record Plan(IReadOnlyList<NodePlan> Nodes, IReadOnlyList<NodePlan> Images)
{
    /// <summary>Whether anything changes.</summary>
    public bool HasChanges => Nodes.Concat(Images).Any(n => n.HasChanges);

    /// <summary>Compares two directories: bundles, one node's bundle, a copy of a host's files, or a directory of such copies.</summary>
    /// <param name="from">What is there.</param>
    /// <param name="to">What shall be.</param>
    /// <param name="nova">The release of hosts' files where neither side has a bundle that says it; null for none.</param>
    /// <exception cref="PlanException">They cannot be compared.</exception>
    public static Plan Of(string from, string to, Release? nova = null)
    {
        var (before, after) = (Folder.Open(from), Folder.Open(to));
        return new(
            [.. Pairs(before, after).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => OfNode(p.Name, p.Before, p.After, nova))],
            [.. HasImages(before) && HasImages(after) ? OfImages(before, after) : []]);
    }

    private static bool HasImages(Folder folder) => !folder.IsOneNode && folder.Nodes.Values.All(n => n.Manifest is not null);

    /// <summary>Which node of one side is which of the other: two single ones, else those of one name. A single one is held against its like only.</summary>
    private static IEnumerable<(string Name, NodeFiles? Before, NodeFiles? After)> Pairs(Folder before, Folder after)
    {
        if (before.IsOneNode && after.IsOneNode)
        {
            var (one, other) = (before.Nodes.Values.Single(), after.Nodes.Values.Single());
            return [(other.Manifest is not null || one.Manifest is null ? other.Name : one.Name, one, other)];
        }

        if (before.IsOneNode || after.IsOneNode)
        {
            var (single, all) = before.IsOneNode ? (before, after) : (after, before);
            var name = single.Nodes.Keys.Single();
            if (!all.Nodes.ContainsKey(name))
            {
                throw new PlanException($"{single.Path}: is of the node '{name}', and {all.Path} has none of that name"
                    + (Spelling.Nearest(name, all.Nodes.Keys) is { } near ? $"; did you mean '{near}'?" : ".") + " Name the node's own directory.");
            }

            return [(name, before.Nodes[name], after.Nodes[name])];
        }

        return before.Nodes.Keys.Union(after.Nodes.Keys).Select(n => (n, before.Nodes.GetValueOrDefault(n), after.Nodes.GetValueOrDefault(n)));
    }

    private static NodePlan OfNode(string name, NodeFiles? before, NodeFiles? after, Release? nova)
    {
        if (before is null || after is null)
        {
            return new(name, before is null ? Fate.Added : Fate.Removed, [], []);
        }

        var known = after.Manifest?.Nova ?? before.Manifest?.Nova ?? nova
            ?? throw new PlanException($"{name}: both sides are copies of a host's files, and neither says of which nova they are; add --nova with the release.");
        // A bundle is not all that a host has: its other files stay as they are, and count on both sides.
        var (one, other) = before.Manifest is null && after.Manifest is not null ? (before, after.Over(before))
            : before.Manifest is not null && after.Manifest is null ? (before.Over(after), after)
            : (before, after);
        var notCompared = new List<string>();
        Change[] changes =
        [
            .. OptionChanges.Of(OptionChanges.Read(one, before.Manifest?.Nova ?? known), OptionChanges.Read(other, after.Manifest?.Nova ?? known), notCompared),
            .. before.Manifest is null && after.Manifest is { } shall ? OptionChanges.InVain(OptionChanges.Read(after, shall.Nova), OptionChanges.Read(other, shall.Nova), declaredIsLater: true)
                : before.Manifest is { } was && after.Manifest is null ? OptionChanges.InVain(OptionChanges.Read(before, was.Nova), OptionChanges.Read(one, was.Nova), declaredIsLater: false)
                : [],
            .. HostChanges.Of(one, other),
        ];
        return new(name, Fate.Stays, changes, notCompared);
    }

    private static IEnumerable<NodePlan> OfImages(Folder before, Folder after) =>
        before.Images.Keys.Union(after.Images.Keys).Order(StringComparer.Ordinal).Select(name =>
            (before.Images.GetValueOrDefault(name), after.Images.GetValueOrDefault(name)) switch
            {
                ({ } one, { } other) => new NodePlan(name, Fate.Stays, [.. ImageChanges.Of(one, other)], []),
                (null, _) => new NodePlan(name, Fate.Added, [], []),
                _ => new NodePlan(name, Fate.Removed, [], []),
            });
}
