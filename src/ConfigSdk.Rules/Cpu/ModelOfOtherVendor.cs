using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A model of another vendor than the host's CPU.</summary>
internal sealed class ModelOfOtherVendor : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1021", "CPU model of another vendor than the host's",
        "CPU model '{0}' is {1}'s, and the host's CPU is {2}'s, which lacks features of it; under KVM neither such a guest nor, from 20.0.0 on, nova-compute starts. Name models of {2}'s.",
        Consequence.Harmful, "Only the oldest models run on another vendor's CPU. nova compares every listed model with the host, and libvirt each guest's.");

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        var vendor = cpu.Node.Host(Rules.ModelNames.Cpu, Rules.ModelNames.Vendor);
        // Models of both vendors in one list are NOVA1009's.
        return cpu.IsCustom && cpu.VirtType == "kvm" && vendor.Text is { } host && CpuOutcome.SkipsComparison(cpu.Node) == false && !MixedCpuVendors.IsFoundIn(cpu)
            ? cpu.FoundModels.Where(m => HostLacksModel.IsOfOtherVendor(m.Model, host) && !CpuVendors.RunsOnOthers(m.Model.Name))
                .Select(m => Found(m.Item, m.Model.Name, m.Model.Vendor!, host).With(vendor))
            : [];
    }
}
