using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.CpuSets;

namespace ConfigSdk.Rules.Images;

/// <summary>A text that nova cannot read as what the property holds.</summary>
internal sealed class PropertyForm : ImageRule
{
    private const string Always = "no guest of the image could be created";

    // Versions of numbers and an operator before each: which versions beyond these are taken differs between releases.
    private static readonly Regex s_requirement = new(@"\A\s*(<=|>=|<|>|!=|==)\s*[0-9]", RegexOptions.CultureInvariant);
    private static readonly Regex s_size = new(@"\A([0-9]+|[-+]?[0-9]*\.?[0-9]+([KMGTPEZYRQ]i?)?(b|bit|B))\z", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3010", "Image property that cannot be read",
        "{0} = '{1}': nova reads {2} from it and would refuse this text, so {3}",
        Consequence.Refused, "nova turns these texts into numbers, sets of CPUs, sizes and versions, most of them whenever it reads the image's properties.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        if (Releases(fleet) is not { } releases || !releases[0].IsAtLeast("12.0.0"))
        {
            yield break;
        }

        foreach (var image in fleet.Images)
        {
            foreach (var (facts, written, value) in Properties(image))
            {
                if (value.Text is { } text && releases.All(r => facts.In(r) is not null) && Flaw(facts, text) is var (form, outcome))
                {
                    yield return Found(value, written, text, form, outcome);
                }
            }

            foreach (var (name, value) in NumaProperties.Cpus(image).Read)
            {
                if (value.Text is { } text && IsNoCpuSet(text))
                {
                    yield return Found(value, name.Text!, text, "a set of CPUs such as 0-3 or 0,2", Always);
                }
            }

            foreach (var (name, value) in NumaProperties.Memory(image).Read)
            {
                if (value.Text is { } text && PropertyTexts.IsNoInteger(text))
                {
                    yield return Found(value, name.Text!, text, "a whole number of MiB", Always);
                }
            }
        }
    }

    private static (string Form, string Outcome)? Flaw(ImageProperty property, string text) => property switch
    {
        { Latest.FieldType: "Integer" } => PropertyTexts.IsNoInteger(text) ? ("a whole number", Always) : null,
        { Latest.FieldType: "VersionPredicate" } =>
            text.Split(',').All(s_requirement.IsMatch) ? null : ("versions with operators before them, such as >=7.2", Always),
        { Name: "hw_mem_page_size" } => text.Length == 0 || text is "any" or "large" or "small" || s_size.IsMatch(text) || text.Any(c => c > '~') ? null : ("any, large, small, a number of KiB or a size such as 1GB", Always),
        { Name: "hw_cpu_realtime_mask" } => IsNoCpuSet(text) ? ("a set of CPUs such as ^0-1", "guests whose flavor asks for real time could not be created") : null,
        _ => null,
    };

    private static bool IsNoCpuSet(string text) => CpuSetText.ReadAny(text, Release.Newest).Flaw is not null;
}
