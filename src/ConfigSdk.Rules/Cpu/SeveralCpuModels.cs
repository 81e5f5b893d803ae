using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Cpu;

/// <summary>Several models for a release that takes one.</summary>
internal sealed class SeveralCpuModels : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1010", "Several CPU models for a release that takes one",
        "{0} CPU models are listed, but {1} takes one, in [libvirt] cpu_model; it would read the list as a single name, and every guest on the node would fail to start. List one model, or declare nova 20.0.0 (Train) or later.",
        Consequence.Refused, "Lists of models came with nova 20.0.0. Until then the option cpu_model named a single one.");

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (cpu.MayBeCustom && cpu.Models is Sequence { Items.Count: > 1 } models && cpu.Target.Release is { } release
            && cpu.Target.Catalog.Options.Find("libvirt", "cpu_models")?.In(release)?.Type == OptionType.String)
        {
            yield return Found(models, models.IsOpen ? "Several" : models.Items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), release.DisplayName);
        }
    }
}
