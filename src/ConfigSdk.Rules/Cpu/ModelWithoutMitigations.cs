using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A model that leaves guests without protection that the host has, and of which there is a variant that does not.</summary>
internal sealed class ModelWithoutMitigations : GuestCpuRule
{
    // By a model's ending, those of its variants with what microcode brought against Spectre. Hosts without TSX run only those without.
    private static readonly (string Ending, string[] Better)[] s_endings =
    [
        ("-noTSX-IBRS", []),
        ("-IBPB", []),
        ("-IBRS", []),
        ("-noTSX", ["-noTSX-IBRS"]),
        ("", ["-IBRS", "-noTSX-IBRS", "-IBPB"]),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1015", "CPU model without its mitigations",
        "CPU model '{0}' leaves guests without {1}, which the host's CPU has, so they cannot protect themselves against Spectre as the host does; name the variant '{2}'",
        Consequence.Notable, "Guests see the features of their model and no others. libvirt has variants of older models with the features that microcode brought against Spectre.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        var host = cpu.Node.Host(Rules.ModelNames.Cpu, Rules.ModelNames.Model);
        // Flags that may still be added can do the same.
        if (!cpu.IsCustom || cpu.VirtType != "kvm" || !KnownItems.IsWhole(cpu.Flags) || host.Text is not { } name || cpu.Target.CpuMap is not { } map || map.FindInAnyCase(name) is not { } own)
        {
            yield break;
        }

        foreach (var (item, model) in cpu.FoundModels)
        {
            // The best that the host can run for certain.
            if (Variants(map, model).FirstOrDefault(v => v.Features.All(own.Features.Contains)) is { } variant)
            {
                string[] gained = [.. variant.Features.Except(model.Features).Where(f => !cpu.ReadFlags.Any(r => r.Flag.Name == f))];
                if (gained.Length > 0 && cpu.Target.CertainlyHolds(m => gained.All(f => m.Find(variant.Name)?.HasFeature(f) == true && m.Find(model.Name)?.HasFeature(f) == false && m.Find(own.Name)?.HasFeature(f) == true)))
                {
                    yield return Found(item, model.Name, Phrases.AllOf(gained), variant.Name).With(host).ReplaceBy(variant.Name);
                }
            }
        }
    }

    // Those that there are, best first.
    private static IEnumerable<CpuMapModel> Variants(CpuMap map, CpuMapModel model)
    {
        var (ending, better) = s_endings.First(e => model.Name.EndsWith(e.Ending, StringComparison.Ordinal));
        var stem = model.Name.Substring(0, model.Name.Length - ending.Length);
        return better.Select(e => map.Find(stem + e)).OfType<CpuMapModel>();
    }
}
