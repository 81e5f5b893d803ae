namespace ConfigSdk.Rules.Fleets;

/// <summary>The nodes between which guests are to migrate.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Nodes">Those of its nodes that are certainly in it and that libvirt drives; two at least.</param>
internal sealed record MigrationGroup(string Name, IReadOnlyList<NodeFacts> Nodes)
{
    /// <summary>The groups of a fleet's nodes.</summary>
    public static IEnumerable<MigrationGroup> In(IEnumerable<NodeFacts> all) =>
        from node in all
        where !string.IsNullOrEmpty(node.MigrationGroup.Text) && !node.MayUseOtherDriver()
        group node by node.MigrationGroup.Text! into nodes
        where nodes.Count() > 1
        select new MigrationGroup(nodes.Key, [.. nodes]);

    /// <summary>One of each value that several nodes have from one place.</summary>
    public static IEnumerable<PartialValue> Distinct(IEnumerable<PartialValue> values) => values.GroupBy(v => v.Origin ?? v).Select(same => same.First());

    /// <summary>The values by which the nodes belong to the group.</summary>
    public PartialValue[] Memberships => [.. Nodes.Select(n => n.MigrationGroup)];

    /// <summary>Whether all nodes' CPUs may be alike: two that are declared and differ, or one that is not declared, are certainly no promise; what is unknown may be one.</summary>
    public bool MayHaveOneCpu
    {
        get
        {
            var vendors = Nodes.Select(n => n.Host(ModelNames.Cpu, ModelNames.Vendor)).ToArray();
            var models = Nodes.Select(n => n.Host(ModelNames.Cpu, ModelNames.Model)).ToArray();
            return !vendors.Concat(models).Any(v => v.IsUnset) && Count(vendors) <= 1 && Count(models) <= 1;
        }
    }

    private static int Count(IEnumerable<PartialValue> values) => values.Select(v => v.Text).OfType<string>().Distinct().Count();
}
