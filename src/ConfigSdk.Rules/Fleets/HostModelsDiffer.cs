using ConfigSdk.Rules.Cpu;

namespace ConfigSdk.Rules.Fleets;

/// <summary>Hosts of several CPU models between which guests are to move that get their host's.</summary>
internal sealed class HostModelsDiffer : FleetRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6024", "Host models that differ in a migration group",
        "Guests of migration group '{0}' get the CPU model of the host on which they start (host-model), and its hosts are declared with {1} and {2}; a guest that started on the newer one does not move to the older. Name the oldest model in Libvirt.CpuModels if guests are to move both ways.",
        Consequence.Notable, "With host-model libvirt writes the host's own model and features into the guest when it starts. They stay with the guest until it stops.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var g in fleet.MigrationGroups)
        {
            var hosts = g.Nodes.Where(n => n.VirtType() == "kvm" && (n.Option("libvirt", "cpu_mode") is Unset or Known { Value: "host-model" }))
                .Select(n => (Vendor: n.Host(ModelNames.Cpu, ModelNames.Vendor).Text, Model: n.Host(ModelNames.Cpu, ModelNames.Model))).Where(h => h.Model.Text is not null).ToArray();
            var other = hosts.FirstOrDefault(h => h.Model.Text != hosts[0].Model.Text);
            // Hosts of several vendors are another rule's.
            if (other.Model is not null && hosts.Where(h => h.Vendor is not null).Select(h => CpuVendors.ModuleOf(h.Vendor!)).Distinct().Count() < 2)
            {
                yield return Found(other.Model, g.Name, hosts[0].Model.Text!, other.Model.Text!).With([hosts[0].Model, .. g.Memberships]);
            }
        }
    }
}
