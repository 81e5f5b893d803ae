using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Images;

/// <summary>A required trait of a name that no trait can have.</summary>
internal sealed class TraitName : ImageRule
{
    public const string Prefix = "trait:";

    private static readonly Regex s_trait = new(@"\A[A-Z0-9_]{1,255}\z", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3013", "Image trait that cannot exist",
        "{0}: traits are named with capitals, digits and underscores, so no node can have this one and no guest of the image would find a place{1}",
        Consequence.Refused, "Placement refuses to look for a trait that does not exist, and takes no trait of such a name.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        // Before 18.0.0 nova did not read traits of images at all.
        if (Releases(fleet) is not { } releases || !releases[0].IsAtLeast("18.0.0"))
        {
            yield break;
        }

        foreach (var (name, value) in fleet.Images.SelectMany(i => i.Extra))
        {
            if (name.Text is { } text && text.StartsWith(Prefix, StringComparison.Ordinal) && value.Text == "required" && !s_trait.IsMatch(text.Substring(Prefix.Length)))
            {
                var upper = text.Substring(Prefix.Length).Trim().ToUpperInvariant().Replace('-', '_').Replace('.', '_');
                var meant = s_trait.IsMatch(upper) ? Prefix + upper : null;
                yield return Found(name, text, Wording.Phrases.DidYouMean(meant)).ReplaceBy(meant);
            }
        }
    }
}
