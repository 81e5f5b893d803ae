using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Images;

/// <summary>A property that nova does not know, though its name says that nova should read it.</summary>
internal sealed class UnknownProperty : ImageRule
{
    // nova makes these from properties of other names, and does not read them under their own.
    private static readonly Dictionary<string, string> s_collections = new(StringComparer.Ordinal)
    {
        ["hw_numa_cpus"] = "hw_numa_cpus.0, hw_numa_cpus.1 and so on",
        ["hw_numa_mem"] = "hw_numa_mem.0, hw_numa_mem.1 and so on",
        ["traits_required"] = "trait:NAME with the value required for each trait",
    };

    private static readonly string[] s_prefixes = ["hw_", "img_", "os_"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3007", "Unknown image property",
        "{0} is no property that nova reads, and would be dropped in silence{1}",
        Consequence.Harmful, "nova keeps the properties that it knows and drops all others without a message. A name with a slip in it asks for nothing.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var (name, value) in fleet.Images.SelectMany(i => i.Extra))
        {
            if (name.Text is not { } text || text == DeclaredProperties.AdapterType || NumaProperties.IsName(text) || ImageProperties.CurrentNameOf(text) is not null)
            {
                continue;
            }

            if (s_collections.TryGetValue(text, out var instead))
            {
                yield return Found(name, text, $". Write {instead}.").With(value);
            }
            else if (ImageProperties.Find(text) is null)
            {
                var meant = Meant(text);
                // What begins with hw_ is for nova alone; the other names are shared with Glance, Ironic and whoever likes them.
                if (meant is not null || text.StartsWith("hw_", StringComparison.Ordinal))
                {
                    yield return Found(name, text, meant is null ? ". Leave it out." : Phrases.DidYouMean(meant)).With(value).ReplaceBy(meant);
                }
            }
        }
    }

    private static string? Meant(string name) =>
        s_prefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } prefix
            ? Spelling.Nearest(name, ImageProperties.All.Select(p => p.Name).Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
            : null;
}
