namespace ConfigSdk.Rules.HostFiles;

/// <summary>KVM without the hardware's page tables for guests.</summary>
internal sealed class ShadowPaging : HostRule
{
    private static readonly (string Module, string Parameter)[] s_parameters = [("kvm_intel", "ept"), ("kvm_amd", "npt")];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2015", "Hardware page tables switched off",
        "With {0} {1}={2} KVM keeps a second set of every guest's page tables in software, and each change of a guest's costs an exit to the host; guests that use much memory become several times slower. Leave the parameter out.",
        Consequence.Notable, "EPT and NPT let the CPU walk a guest's page tables by itself. Without them KVM shadows the tables; on Intel unrestricted guests and page-modification logging go with them.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from p in s_parameters
        let setting = InForce(node, p.Module, p.Parameter)
        where setting is not null && IsOff(node, p.Module, p.Parameter, setting.Value.Value.Value)
        select OfferToUnset(Found(setting.Value.Value, p.Module, p.Parameter, setting.Value.Value.Value), setting.Value.Parameter);
}
