using System.Text.RegularExpressions;
using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Devices;

/// <summary>A part of a device's description that nova cannot read.</summary>
internal sealed class PciSpecValueRefused : NodeRule
{
    private const string AnyAddress = "*";
    private static readonly string[] s_ids = ["vendor_id", "product_id"];
    private static readonly string[] s_patterns = ["domain", "bus", "slot", "function"];
    private static readonly (string Field, int Max)[] s_fields = [("domain", 0xffff), ("bus", 0xff), ("slot", 0x1f)];
    private static readonly Regex s_fourDigits = new(@"\A[0-9a-fA-F]{4}\z", RegexOptions.CultureInvariant);

    // Python's and .NET's expressions are the same as long as they have no more than this; of that, possessive quantifiers and groups with options are Python's own.
    private static readonly Regex s_plain = new(@"\A[0-9a-zA-Z.*+?|()\[\]^-]*\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_own = new(@"[*+?]\+|\(\?", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> s_strictBooleans = new()
    {
        ["managed"] = "31.0.0",
        ["live_migratable"] = "31.0.0",
        ["one_time_use"] = "32.0.0",
    };

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4032", "PCI device specification with a value that is refused",
        "{0} of [pci] device_spec {1}; {2}",
        Consequence.Refused, "Ids and the parts of an address are hexadecimal numbers in quotes, each with a greatest value; an address may also be an object of regular expressions. nova reads them all when it starts.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var isFirst = node.Target.Release?.IsAtLeast("2014.2") == false;
        return
            from spec in PciSpecs.Objects(node)
            from flaw in isFirst ? FlawsIn2014(spec) : Flaws(node, spec)
            select Found(flaw.At, flaw.Part, flaw.Flaw, PciSpecs.Outcome(node));
    }

    private static IEnumerable<(PartialValue At, string Part, string Flaw)> Flaws(NodeFacts node, DeclaredJson spec)
    {
        foreach (var id in s_ids)
        {
            if (spec[id] is { } value && IdFlaw(id, value) is { } flaw)
            {
                yield return (value.At, $"{id} {Shown(value)}", flaw);
            }
        }

        // Beside an interface's name the address is not read: with neither of them, or with both, that is another rule's.
        if (spec["address"] is { } address && spec["devname"] is not { IsTruthy: not false })
        {
            foreach (var (at, part, flaw) in AddressFlaws(address))
            {
                yield return (at, part, flaw);
            }
        }

        foreach (var tag in s_strictBooleans)
        {
            if (node.Target.Release?.IsAtLeast(tag.Value) == true && spec[tag.Key] is { Kind: not JsonKind.Null } value && PciSpecs.ReadsAsBoolean(value) == false)
            {
                yield return (value.At, $"{tag.Key} {Shown(value)}", "is neither true nor false");
            }
        }
    }

    // nova strips white space from the vendor alone, before it looks for the asterisk.
    private static string? IdFlaw(string id, DeclaredJson value) => value.Kind switch
    {
        null => null,
        JsonKind.String => (id == "vendor_id" ? value.Text.Trim() : value.Text) == AnyAddress ? null : PythonHex.Flaw(value.Text, 0xffff),
        _ => "is no string; write it in quotes",
    };

    private static IEnumerable<(PartialValue At, string Part, string Flaw)> AddressFlaws(DeclaredJson address) => address switch
    {
        { IsTruthy: not true } => [],
        { Kind: JsonKind.String } => GlobFlaw(address.Text) is { } flaw ? [(address.At, $"address '{address.Text}'", flaw)] : [],
        { Kind: JsonKind.Object } =>
            from field in s_patterns
            let pattern = address[field]
            where pattern is not null
            let flaw = PatternFlaw(pattern)
            where flaw is not null
            select (pattern.At, $"the address's {field} {Shown(pattern)}", flaw),
        _ => [(address.At, $"address {Shown(address)}", "is neither a string nor an object")],
    };

    private static string? GlobFlaw(string address)
    {
        var point = address.IndexOf('.');
        var function = point < 0 ? "" : address.Substring(point + 1);
        if (function.Length > 0 && function.Trim() != AnyAddress && PythonHex.Flaw(function, 7) is { } functionFlaw)
        {
            return $"has function '{function.Trim()}', which {functionFlaw}";
        }

        var fields = (point < 0 ? address : address.Substring(0, point)).Split(':');
        if (fields.Length > s_fields.Length)
        {
            return "has more than domain, bus, slot and function";
        }

        // What is left out at the front may be anything.
        foreach (var (text, (field, max)) in fields.Zip(s_fields.Skip(s_fields.Length - fields.Length), (t, f) => (t.Trim(), f)))
        {
            if (text.Length > 0 && text != AnyAddress && PythonHex.Flaw(text, max) is { } flaw)
            {
                return $"has {field} '{text}', which {flaw}";
            }
        }

        return null;
    }

    private static string? PatternFlaw(DeclaredJson pattern)
    {
        if (pattern.Kind is not JsonKind.String)
        {
            return pattern.Kind is null ? null : "is no string; write the regular expression in quotes";
        }

        if (!s_plain.IsMatch(pattern.Text) || s_own.IsMatch(pattern.Text))
        {
            return null;
        }

        try
        {
            _ = new Regex(pattern.Text, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException)
        {
            return pattern.Text == AnyAddress ? "is no regular expression; write '.*' for anything" : "is no regular expression";
        }
    }

    /// <summary>2014.1 takes objects of a vendor's and a product's id, and no others.</summary>
    private static IEnumerable<(PartialValue At, string Part, string Flaw)> FlawsIn2014(DeclaredJson spec)
    {
        foreach (var id in s_ids)
        {
            var value = spec[id];
            if (value is null)
            {
                yield return (spec.At, id, "is left out, and nova 2014.1 wants both ids");
            }
            else if (value.Kind is not null && !(value.Kind == JsonKind.String && s_fourDigits.IsMatch(value.Text)))
            {
                yield return (value.At, $"{id} {Shown(value)}", "is not a string of four hexadecimal digits");
            }
        }

        foreach (var member in spec.Members.Where(m => !s_ids.Contains(m.Key)))
        {
            yield return (member.Value.At, member.Key, "is nothing that nova 2014.1 takes beside the two ids");
        }
    }

    private static string Shown(DeclaredJson value) => value.Kind switch
    {
        JsonKind.String => $"'{value.Text}'",
        JsonKind.Array => "that is a list",
        JsonKind.Object => "that is an object",
        JsonKind.Null => "null",
        _ => value.Text,
    };
}
