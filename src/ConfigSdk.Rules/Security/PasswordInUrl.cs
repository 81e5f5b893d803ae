using System.Text.RegularExpressions;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Security;

/// <summary>A password in an address, in an option that nobody marks as a secret.</summary>
internal sealed class PasswordInUrl : NodeRule
{
    private static readonly Regex s_password = new(@"[A-Za-z][A-Za-z0-9+.-]*://[^\s/?#@:,]*:(?<password>[^\s/?#@,]+)@", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8002", "Password in an address",
        "The address in {0} has a password in it, which would be written into the bundle as plain text, and nova does not keep this option out of its logs. Leave the option out, and put it into a file of its own on the node.",
        Consequence.Harmful, "Bundles are copied, archived and compared; a password has no place in them. nova reads further files, such as those in /etc/nova/nova.conf.d.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var option in node.EachOption)
        {
            // One option, one finding.
            if (KnownItems.Of(option.Value).Concat(option.Value is Known single ? [single] : []).FirstOrDefault(v => HasPassword(v.Value)) is { } value)
            {
                yield return Found(value, option.Name.ToString());
            }
        }

        foreach (var extra in node.Extra)
        {
            // A secret is NOVA8001's.
            if (extra is { Name: { } name, Value.Text: { } text } && HasPassword(text) && !SecretInBundle.IsSecret(name, node.Catalog.Options))
            {
                yield return Found(extra.Value, name.ToString()).With(extra.Group, extra.Option);
            }
        }
    }

    /// <summary>The text with three stars in the place of each password.</summary>
    internal static string Masked(string text) => s_password.Replace(text, m =>
    {
        var password = m.Groups["password"];
        return m.Value.Remove(password.Index - m.Index, password.Length).Insert(password.Index - m.Index, "***");
    });

    // A reference is no password, but the name of an option that has it.
    private static bool HasPassword(string text) =>
        s_password.Match(text) is { Success: true } match && !References.In(match.Groups["password"].Value).Any();
}
