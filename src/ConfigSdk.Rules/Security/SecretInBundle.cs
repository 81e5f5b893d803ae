using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Security;

/// <summary>A secret that would be written into a bundle.</summary>
internal sealed class SecretInBundle : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8001", "Secret in a declaration",
        "{0} is a secret, and its text would be in the bundle for everybody to read. Say where it is on the node instead: Secret.FromEnvironment, Secret.FromFile or Secret.FromCommand.",
        Consequence.Refused, "Bundles are copied, archived and compared; a password has no place in them. A Secret says where it is on the node, and the bundle's secrets.sh fetches it there.");

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

    /// <summary>Whether this rule finds fault with the entry.</summary>
    public static bool IsFoundIn(ExtraOption extra, NodeFacts node) =>
        extra is { Name: { } name, Value: Known { Value: var text } } && IsSecret(name, node.Catalog.Options) && SecretText.Parse(text) is null;

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        node.Extra.Where(e => IsFoundIn(e, node)).Select(e => Found(e.Option, e.Name!.Value.ToString()).With(e.Value));
}
