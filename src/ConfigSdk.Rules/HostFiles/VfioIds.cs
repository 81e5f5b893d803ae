using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Devices for vfio_pci that it does not find in the text.</summary>
internal sealed class VfioIds : HostRule
{
    // Vendor and device, then their subsystem's and the class with its mask.
    private static readonly Regex s_id = new(@"\A(?:0[xX])?[0-9a-fA-F]{1,8}(?::(?:0[xX])?[0-9a-fA-F]{1,8}){1,5}\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_otherColons = new("[-/]", RegexOptions.CultureInvariant);
    private static readonly Regex s_otherCommas = new("[;|+]", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2009", "Device that vfio_pci does not read",
        "'{0}' is no device of vfio_pci's ids: it would take no device from it, or only what the beginning says, and only the kernel's log would tell. Write vendor:device in hexadecimal, such as 10de:1eb8, and commas between devices.",
        Consequence.Harmful, "vfio_pci reads its ids between commas as up to six hexadecimal numbers with colons between them, of which two must be there. What it cannot read it skips.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (InForce(node, "vfio_pci", "ids") is var (_, value) && Unread(value.Value) is { } id)
        {
            var meant = s_otherCommas.Replace(s_otherColons.Replace(value.Value, ":"), ",");
            yield return Found(value, id).ReplaceBy(Unread(meant) is null ? meant : null);
        }
    }

    private static string? Unread(string ids) => ids.Split(',').FirstOrDefault(id => id.Length > 0 && !s_id.IsMatch(id));
}
