using ConfigSdk.Rules.CpuSets;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.CpuPower;

/// <summary>Power management of dedicated CPUs on a node that has none.</summary>
internal sealed class PowerWithoutCpus() : OptionsWithoutEffect(
    "NOVA4009", "CPU power management without dedicated CPUs",
    "nova manages the power of the CPUs in [compute] cpu_dedicated_set and of no others.")
{
    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        var dedicated = NodeCpuSets.Of(node).Dedicated;
        if (node.IsOn("libvirt", "cpu_power_management") == true && dedicated.IsSet == false)
        {
            // The refusal was in the first releases of these series and was taken back in later ones of the same.
            var early = node.Target.Release?.IsAtLeast("29.0.0") == false ? " (27.0.0, 27.1.0 and 28.0.0 do not even start so)" : "";
            yield return new(new("libvirt", "cpu_power_management"), $"{dedicated.Name} names no CPUs, and nova manages no others{early}", "name CPUs in Compute.CpuDedicatedSet", dedicated.Value);
        }
    }
}
