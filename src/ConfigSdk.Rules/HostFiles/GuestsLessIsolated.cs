namespace ConfigSdk.Rules.HostFiles;

/// <summary>A parameter that takes away a protection between guests and host.</summary>
internal sealed class GuestsLessIsolated : HostRule
{
    private static readonly (string Module, string Parameter, Func<string, bool> IsUnsafe, string Effect)[] s_parameters =
    [
        ("vfio_iommu_type1", "allow_unsafe_interrupts", IsOn, "a guest with a device of its own can send the host interrupts of its choice, and so take it over"),
        ("vfio_pci", "disable_denylist", IsOn, "devices may be passed to guests that are known to harm the host"),
        ("kvm", "nx_huge_pages", v => v == "never" || KernelText.Switch(v) == false, "a guest can halt a host CPU that has the iTLB multihit erratum"),
        ("kvm_intel", "vmentry_l1d_flush", v => v == "never", "a guest can read the host's memory on a CPU that has the L1 terminal fault"),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2017", "Protection between guests and host switched off",
        "With {0} {1}={2} {3}. Set it only where every guest is trusted.",
        Consequence.Notable, "The kernel protects the host from its guests by default where the hardware has known holes. These parameters switch that off.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from p in s_parameters
        let setting = InForce(node, p.Module, p.Parameter)
        where setting is not null && p.IsUnsafe(setting.Value.Value.Value)
        select OfferToUnset(Found(setting.Value.Value, p.Module, p.Parameter, setting.Value.Value.Value, p.Effect), setting.Value.Parameter);

    private static bool IsOn(string value) => KernelText.Switch(value) == true;
}
