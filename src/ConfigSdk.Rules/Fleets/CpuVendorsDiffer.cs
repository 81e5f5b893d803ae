using ConfigSdk.Rules.Cpu;

namespace ConfigSdk.Rules.Fleets;

/// <summary>Hosts of several CPU vendors between which guests are to move that see one vendor's CPU.</summary>
internal sealed class CpuVendorsDiffer : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6023", "CPUs of several vendors in a migration group",
        "This host's CPU is {0}'s, but guests come to it from nodes of migration group '{1}' whose hosts are {2}'s and that give guests {3}; it lacks features of such a CPU, and the move is refused. Give each vendor's hosts a group of their own, or use a model that both can run.",
        Consequence.Harmful, "nova asks libvirt on the destination whether the host can run the guest's CPU. Each vendor has features that the other has not.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var g in fleet.MigrationGroups)
        {
            var hosts = g.Nodes.Where(n => n.VirtType() == "kvm").Select(n => (Node: n, Vendor: n.Host(ModelNames.Cpu, ModelNames.Vendor)))
                .Where(h => ModuleOf(h.Vendor.Text) is not null).ToArray();
            if (hosts.Select(h => ModuleOf(h.Vendor.Text)).Distinct().Count() < 2)
            {
                // To pair each with each takes long.
                continue;
            }

            var moves = from to in hosts
                        from source in hosts
                        where ModuleOf(source.Vendor.Text) != ModuleOf(to.Vendor.Text)
                        let cpu = CpuOf(source.Node, source.Vendor.Text!)
                        where cpu is not null
                        select Found(to.Vendor, to.Vendor.Text!, g.Name, source.Vendor.Text!, cpu).With([source.Vendor, .. g.Memberships]);
            // Once for the group, in whichever direction.
            if (moves.FirstOrDefault() is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static string? ModuleOf(string? vendor) => vendor is null ? null : CpuVendors.ModuleOf(vendor);

    /// <summary>The CPU that the node's guests see, where hosts of other vendors cannot have it. The passed-through one is another rule's.</summary>
    private static string? CpuOf(NodeFacts node, string vendor)
    {
        var cpu = GuestCpu.Of(node);
        return cpu.Mode.IsUnset || cpu.Mode.Text == "host-model" ? "their host's model (host-model)"
            : cpu.Mode.Text == "custom" && cpu.Models is Sequence { IsOpen: false, Items: [Known first, ..] } && node.Target.CpuMap?.FindInAnyCase(first.Value) is { Vendor: { } of } model
                && CpuVendors.ModuleOf(of) == CpuVendors.ModuleOf(vendor) && !CpuVendors.RunsOnOthers(model.Name) ? $"the model {model.Name}"
            : null;
    }
}
