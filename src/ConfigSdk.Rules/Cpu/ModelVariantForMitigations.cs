using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A model of which the same map has a variant for hosts whose microcode is up to date.</summary>
internal sealed class ModelVariantForMitigations : GuestCpuRule
{
    // What microcode brought against Spectre, and what it took away against attacks on TSX. By a model's ending, the better ones, best first.
    private static readonly (string Ending, string[] Better)[] s_endings =
    [
        ("-noTSX-IBRS", []),
        ("-IBPB", []),
        ("-IBRS", ["-noTSX-IBRS"]),
        ("-noTSX", ["-noTSX-IBRS"]),
        ("", ["-noTSX-IBRS", "-IBRS", "-IBPB", "-noTSX"]),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1015", "CPU model without its mitigations",
        "CPU model '{0}' has the variant '{1}' for hosts with microcode since 2018: {2}. Name the variant if every host has such microcode.",
        Consequence.Notable, "Guests can protect themselves against Spectre only with CPU features that microcode brought later, and hosts whose microcode switched TSX off cannot run models that have it. libvirt has variants of models for such hosts.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        // Flags that may still be added can do the same.
        if (!cpu.IsCustom || cpu.Target.CpuMap is not { } map || !KnownItems.IsWhole(cpu.Flags))
        {
            yield break;
        }

        foreach (var (item, model) in cpu.FoundModels)
        {
            if (Variant(map, model) is not { } variant)
            {
                continue;
            }

            string[] gained = [.. variant.Features.Except(model.Features).Where(f => !Has(cpu, f, disabled: false))];
            string[] lost = [.. model.Features.Except(variant.Features).Where(f => !Has(cpu, f, disabled: true))];
            if (gained.Length + lost.Length > 0)
            {
                string[] differences = [.. new[] { Phrase("gives guests", gained), Phrase("goes without", lost) }.Where(d => d.Length > 0)];
                yield return Found(item, model.Name, variant.Name, "it " + string.Join(" and ", differences)).With(cpu.Models).ReplaceBy(variant.Name);
            }
        }
    }

    private static CpuMapModel? Variant(CpuMap map, CpuMapModel model)
    {
        var (ending, better) = s_endings.First(e => model.Name.EndsWith(e.Ending, StringComparison.Ordinal));
        var stem = model.Name.Substring(0, model.Name.Length - ending.Length);
        return better.Select(e => map.Find(stem + e)).FirstOrDefault(v => v is not null);
    }

    private static bool Has(GuestCpu cpu, string feature, bool disabled) => cpu.ReadFlags.Any(f => f.Flag.Name == feature && f.Flag.IsDisabled == disabled);

    private static string Phrase(string verb, string[] features) => features.Length == 0 ? "" : $"{verb} {Phrases.AllOf(features)}";
}
