using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.CpuPower;

/// <summary>How to save the power of idle CPUs, where nova is not told to do so, or told to do it in another way.</summary>
internal sealed class PowerOptionsIgnored() : OptionsWithoutEffect(
    "NOVA4008", "CPU power options that are ignored",
    "nova looks at the strategy only while cpu_power_management is on, and at the governors only where the strategy is governor.")
{
    private static readonly string[] s_governors = ["cpu_power_governor_low", "cpu_power_governor_high"];

    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        var management = node.Option("libvirt", "cpu_power_management");
        if (node.IsOn("libvirt", "cpu_power_management") == false)
        {
            foreach (var option in s_governors.Prepend("cpu_power_management_strategy"))
            {
                yield return new(new("libvirt", option), $"[libvirt] cpu_power_management is {(management.IsUnset ? "not set" : "off")}", "set Libvirt.CpuPowerManagement to true", management);
            }
        }
        else if (node.TextOf("libvirt", "cpu_power_management_strategy") == "cpu_state")
        {
            var strategy = node.Option("libvirt", "cpu_power_management_strategy");
            foreach (var option in s_governors)
            {
                yield return new(
                    new("libvirt", option), $"[libvirt] cpu_power_management_strategy is {(strategy.IsUnset ? "not set, and so " : "")}cpu_state, which switches CPUs off and on",
                    "set Libvirt.CpuPowerManagementStrategy to CpuPowerManagementStrategy.Governor", strategy.IsUnset ? management : strategy);
            }
        }
    }
}
