namespace ConfigSdk.Rules.Security;

/// <summary>A secret of which the declaration says wrongly where it is.</summary>
internal sealed class SecretNotFound : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8020", "Secret that the node could not find",
        "{0}: '{1}' {2}; secrets.sh could not fetch the secret on the node, so nothing is written",
        Consequence.Refused, "Names of variables, paths and commands become part of a shell script. What could be read as something else is refused.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from setting in node.EachOption.Select(o => (o.Name, o.Value)).Concat(node.Extra.Where(e => e.Name is not null).Select(e => (Name: e.Name!.Value, e.Value)))
        from value in KnownItems.Of(setting.Value).Concat(setting.Value is Known single ? [single] : [])
        where SecretText.Parse(value.Value)?.Flaw is not null
        let secret = SecretText.Parse(value.Value)!
        select Found(value, setting.Name.ToString(), secret.Reference, secret.Flaw!);
}
