namespace ConfigSdk.Rules.Fleets;

/// <summary>The host's own CPU for guests that are to move to other hosts.</summary>
internal sealed class PassthroughInMigrationGroup : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6002", "Host passthrough in a migration group",
        "[libvirt] cpu_mode is host-passthrough, but guests are to migrate between the {0} nodes of group '{1}', which are not declared to have the same CPU; a guest moves only to a host with exactly the same CPU, microcode and kernel. Use a named model that all can run, or declare each node's Host.Cpu.",
        Consequence.Harmful, "With host-passthrough a guest sees the very CPU of its host. nova compares CPUs only when a guest is to move, and other hosts may be refused or crash it.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var group in fleet.Nodes.Where(n => !string.IsNullOrEmpty(n.MigrationGroup.Text)).GroupBy(n => n.MigrationGroup.Text!, StringComparer.Ordinal))
        {
            var nodes = group.ToArray();
            if (nodes.Length < 2 || MayBeAlike(nodes))
            {
                continue;
            }

            // One finding for a mode that many nodes share.
            var modes = nodes.Where(Passes).Select(n => n.Option("libvirt", "cpu_mode"))
                .GroupBy(m => m.Origin ?? m).Select(same => same.First());
            foreach (var mode in modes)
            {
                yield return Found(mode, nodes.Length, group.Key).With([.. nodes.Select(n => n.MigrationGroup)]);
            }
        }
    }

    private static bool Passes(NodeFacts node) =>
        node.Option("libvirt", "cpu_mode").Text == "host-passthrough" && node.VirtType() is "kvm" or "qemu" && !node.MayUseOtherDriver();

    // Two CPUs that are declared and differ, or one that is not declared, are certainly no promise; what is unknown may be one.
    private static bool MayBeAlike(NodeFacts[] nodes)
    {
        var vendors = nodes.Select(n => n.Host(ModelNames.Cpu, ModelNames.Vendor)).ToArray();
        var models = nodes.Select(n => n.Host(ModelNames.Cpu, ModelNames.Model)).ToArray();
        return !vendors.Concat(models).Any(v => v.IsUnset) && Distinct(vendors) <= 1 && Distinct(models) <= 1;
    }

    private static int Distinct(IEnumerable<PartialValue> values) => values.Select(v => v.Text).OfType<string>().Distinct().Count();
}
