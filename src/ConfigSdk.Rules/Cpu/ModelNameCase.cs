namespace ConfigSdk.Rules.Cpu;

/// <summary>A model's name in another case than libvirt's.</summary>
internal sealed class ModelNameCase : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1016", "CPU model in another case than libvirt's",
        "libvirt's name of CPU model '{0}' is '{1}'; {2} takes either, other programs and nova before 20.0.0 do not",
        Consequence.Notable, "nova finds a model in any case since 20.0.0 and puts libvirt's own spelling into the guest's definition. libvirt itself tells case apart.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu) =>
        // Before 20.0.0 it is NOVA1003's.
        cpu.MayBeCustom && cpu.Target.Release is { } release && release.IsAtLeast("20.0.0")
            ? cpu.FoundModels.Where(m => m.Item.Value != m.Model.Name).Select(m => Found(m.Item, m.Item.Value, m.Model.Name, release.DisplayName).ReplaceBy(m.Model.Name))
            : [];
}
