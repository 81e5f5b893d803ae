using System.Text.RegularExpressions;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>An address of a device for mediated devices that is none.</summary>
internal sealed class MdevAddressRefused : LibvirtRule
{
    // nova does not mind which sign stands before the function.
    private static readonly Regex s_address = new(@"\A[0-9a-fA-F]{4}:[0-9a-fA-F]{2}:[0-9a-fA-F]{2}.[0-7]\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_shortAddress = new(@"\A[0-9a-fA-F]{2}:[0-9a-fA-F]{2}\.[0-7]\z", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4043", "Address of a mediated device's parent that is none",
        "'{0}', listed for the type '{1}', is no PCI address such as 0000:84:00.0; " + Outcome.NoStart + "{2}",
        Consequence.Refused, "nova wants domain, bus, slot and function in full, as the kernel writes them.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release is not { } release || MdevTypes.Of(node) is not { } types)
        {
            yield break;
        }

        foreach (var (type, address) in types.Read(release))
        {
            // Digits of other scripts are digits to Python; since 34.0.0 there may also be virtual devices, which have names.
            if (!s_address.IsMatch(address.Value) && address.Value.All(c => c <= '~') && (!release.IsAtLeast("34.0.0") || address.Value.Contains(':')))
            {
                var whole = s_shortAddress.IsMatch(address.Value) ? "0000:" + address.Value : null;
                yield return Found(address, address.Value, type.Value, Phrases.DidYouMean(whole)).With(type)
                    .ReplaceBy(IsAlone(node, type, address) ? whole : null);
            }
        }
    }

    // Nova.Extra has the whole list in one text.
    private static bool IsAlone(NodeFacts node, Known type, Known address) =>
        node.Extra.Any(e => e.Value.Text?.Trim() == address.Value && e.Name?.Group.EndsWith("_" + type.Value.ToLowerInvariant(), StringComparison.Ordinal) == true);
}
