using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Security;

/// <summary>A secret that would be written into a bundle.</summary>
internal sealed class SecretInBundle : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8001", "Secret in a declaration",
        "{0} is a secret, and what is set through Nova.Extra would be written into the bundle as plain text. Leave it out, and put it into a file of its own on the node, which nova reads beside nova.conf.",
        Consequence.Refused, "Bundles are copied, archived and compared; a password has no place in them. nova reads further files, such as those in /etc/nova/nova.conf.d.");

    /// <summary>Whether nova or one of its libraries keeps the option's value out of logs.</summary>
    public static bool IsSecret(OptionName name, NovaOptions options)
    {
        if (options.Find(name) is { } own)
        {
            return own.IsSecret;
        }

        // Of a plug-in that nobody knows.
        return name.Option.EndsWith("password", StringComparison.OrdinalIgnoreCase);
    }

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        node.Extra.Where(e => e.Name is { } name && IsSecret(name, node.Catalog.Options)).Select(e => Found(e.Option, e.Name!.Value.ToString()).With(e.Value));
}
