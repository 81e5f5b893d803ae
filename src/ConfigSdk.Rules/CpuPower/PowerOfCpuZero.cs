using ConfigSdk.Rules.CpuSets;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.CpuPower;

/// <summary>The first CPU among those whose power nova should manage.</summary>
internal sealed class PowerOfCpuZero : LibvirtRule
{
    private static readonly CpuRanges s_zero = CpuRanges.Of([(0, 0)]);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4010", "CPU 0 under power management",
        "CPU 0 is in [compute] cpu_dedicated_set, but {0}. Leave CPU 0 out of Compute.CpuDedicatedSet.",
        Consequence.Harmful, "Linux on most machines cannot switch its first CPU off, so that nova leaves it alone whatever the strategy.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var dedicated = NodeCpuSets.Of(node).Dedicated;
        if (dedicated.Cpus is { } cpus && cpus.Has(0) && node.IsOn("libvirt", "cpu_power_management") == true && WhatHappens(node) is { } what)
        {
            yield return Found(dedicated.Value, what)
                .With(node.Option("libvirt", "cpu_power_management"))
                .ReplaceBy(cpus.Without(s_zero) is { IsEmpty: false } rest ? rest.ToString() : null);
        }
    }

    private static string? WhatHappens(NodeFacts node) => (node.TextOf("libvirt", "cpu_power_management_strategy"), node.Target.Release!.IsAtLeast("29.0.0")) switch
    {
        ("cpu_state", true) => "nova never switches it off, and logs a warning",
        ("cpu_state", false) => "nova never switches it off, and logs a warning; 27.0.0, 27.1.0 and 28.0.0 try it all the same, which most kernels refuse",
        ("governor", true) => "nova never changes its governor: a guest on it runs with the one that the host started with",
        _ => null,
    };
}
