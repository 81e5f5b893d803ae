using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Security;

/// <summary>TLS whose other end may be anybody.</summary>
internal sealed class CertificateUnchecked : NodeRule
{
    private static readonly Regex s_noVerify = new(@"[?&;]no_verify=[1-9]", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8006", "Certificates are not checked",
        "{0} = {1}: {2} without a look at who answers, so that who stands between reads and changes {3}. {4}",
        Consequence.Harmful, "Encryption keeps nothing secret from an other end that was not checked. What a private authority signed is checked by the file of its certificate.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var option in node.EachOption)
        {
            if (option.Value is not Known value || node.Target.Release is not { } release || option.History?.In(release) is null || OptionText.HasReference(value.Value))
            {
                continue;
            }

            var isOn = node.IsOn(option.Name.Group, option.Name.Option);
            var finding = (option.Name.Option, isOn) is ("insecure" or "api_insecure", true) or ("verify_ssl", false)
                ? Found(value, option.Name.ToString(), value.Value, "nova talks to the service", "what they say, tokens included", "Leave it out, and name the authority's file in cafile.")
                : option.Name is { Group: "libvirt", Option: "connection_uri" or "live_migration_uri" } && s_noVerify.IsMatch(value.Value)
                    ? Found(value, option.Name.ToString(), value.Value, "libvirt connects to the other host", "the guest's memory and the host's orders", "Leave out no_verify.")
                    : null;
            if (finding is not null)
            {
                yield return option.Name.Group == "libvirt" ? finding : finding.OfferToRemove(CSharpNames.Pascal(option.Name.Option));
            }
        }
    }
}
