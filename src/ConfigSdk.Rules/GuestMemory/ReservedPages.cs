using System.Globalization;
using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>An entry of [DEFAULT] reserved_huge_pages: how many pages of a size nova leaves alone on a NUMA node.</summary>
internal sealed class ReservedPages
{
    private static readonly Regex s_bytes = new(@"\A([-+]?[0-9]*\.?[0-9]+)([KMGTPE]?)i?(b|bit|B)\z", RegexOptions.CultureInvariant);
    // Of newer versions of oslo.utils, and too large for any page.
    private static readonly Regex s_otherUnit = new(@"[ZYRQ]i?(b|bit|B)\z", RegexOptions.CultureInvariant);
    private static readonly OptionName s_option = new("DEFAULT", "reserved_huge_pages");
    private static readonly string[] s_keys = ["node", "size", "count"];
    private static readonly string[] s_numbers = ["node", "count"];
    private static readonly string[] s_units = ["", "K", "M", "G", "T", "P", "E"];

    private readonly IReadOnlyDictionary<string, string> _parts;

    private ReservedPages(Known declared, IReadOnlyDictionary<string, string> parts) => (Declared, _parts) = (declared, parts);

    /// <summary>The entry as declared.</summary>
    public Known Declared { get; }

    /// <summary>The entries of a node that oslo.config can take apart (else NOVA5001 says so), where nothing else is written than declared (NOVA5005).</summary>
    public static IReadOnlyList<ReservedPages> Of(NodeFacts node) =>
    [
        .. from entry in node.Sets("DEFAULT", "reserved_huge_pages") && !HasFlaws(node) ? KnownItems.Of(node.Option("DEFAULT", "reserved_huge_pages")) : []
           where OptionText.Flaw(entry.Value) is null && !OptionText.HasReference(entry.Value)
           let parts = Parts(entry.Value)
           where parts is not null
           select new ReservedPages(entry, parts),
    ];

    private static bool HasFlaws(NodeFacts node) =>
        node.Setting(s_option.Group, s_option.Option) is { Declared: var declared } && StructuredText.Flaws(declared).Any();

    /// <summary>Why nova refuses the entry; null if it does not, as far as is known.</summary>
    public string? Flaw =>
        s_keys.FirstOrDefault(k => !_parts.ContainsKey(k)) is { } missing ? $"has no {missing}"
        : WholeNumber.IsNone(_parts["size"]) && !s_bytes.IsMatch(_parts["size"]) && !s_otherUnit.IsMatch(_parts["size"])
            ? $"has the size '{_parts["size"]}', which is neither a number of KiB nor one with a unit such as 2MB or 1GB"
        : s_numbers.FirstOrDefault(k => WholeNumber.IsNone(_parts[k])) is { } wrong ? $"has the {wrong} '{_parts[wrong]}', which is no number"
        : null;

    /// <summary>The NUMA node's number, if it is known.</summary>
    public long? Node => _parts.TryGetValue("node", out var node) ? WholeNumber.Of(node) : null;

    /// <summary>The pages' size in KiB, if it is known.</summary>
    public double? Size => !_parts.TryGetValue("size", out var size) ? null : WholeNumber.Of(size) ?? Kibibytes(size);

    private static double? Kibibytes(string text)
    {
        if (s_bytes.Match(text) is not { Success: true } match
            || !double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var bytes = number * Math.Pow(1024, Array.IndexOf(s_units, match.Groups[2].Value)) / (match.Groups[3].Value == "B" ? 1 : 8);
        return Math.Ceiling(bytes) / 1024;
    }

    /// <summary>A dictionary as oslo.config reads it: what has no colon belongs to what follows it.</summary>
    private static Dictionary<string, string>? Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var pending = "";
        foreach (var piece in text.Trim().Length == 0 ? [] : text.Split(','))
        {
            pending += piece;
            var colon = pending.IndexOf(':');
            if (colon < 0)
            {
                pending += ",";
                continue;
            }

            var key = pending.Substring(0, colon).Trim();
            if (key.Length == 0 || parts.ContainsKey(key))
            {
                return null;
            }

            parts[key] = pending.Substring(colon + 1).Trim();
            pending = "";
        }

        return pending.Length > 0 ? null : parts;
    }
}
