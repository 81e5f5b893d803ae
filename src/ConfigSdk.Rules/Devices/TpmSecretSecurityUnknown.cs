using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A way to keep the secrets of emulated TPMs that nova does not know.</summary>
internal sealed class TpmSecretSecurityUnknown : LibvirtRule
{
    private static readonly string[] s_ways = ["user", "host", "deployment"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4058", "Unknown security of TPM secrets",
        "'{0}' in [libvirt] supported_tpm_secret_security is none of {1}, and nova would pass over it in silence{2}",
        Consequence.Harmful, "nova tells Placement of the three ways that it knows, where they are in the list. Guests that ask for one that is not told of find no node.")
    {
        Fixes = RuleFixes.Text | RuleFixes.Items,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        from item in node.Sets("libvirt", "supported_tpm_secret_security") && node.IsOn("libvirt", "swtpm_enabled") != false
            ? KnownItems.Of(node.Option("libvirt", "supported_tpm_secret_security"))
            : []
        where !s_ways.Contains(item.Value) && !OptionText.HasReference(item.Value) && OptionText.ItemFlaw(item.Value) is null
        let near = Spelling.Nearest(item.Value, s_ways)
        select Found(item, item.Value, Phrases.OneOf(s_ways), Phrases.DidYouMean(near)).ReplaceBy(near).OfferToRemoveItem();
}
