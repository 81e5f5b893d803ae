using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Options;

/// <summary>A name that is nearly that of a way to log in to Keystone.</summary>
internal sealed class AuthTypeMisspelt : NodeRule
{
    // keystoneauth's own, and those that the services' clients bring along. Others may be installed.
    private static readonly string[] s_known =
    [
        "admin_token", "http_basic", "none", "noauth", "password", "token",
        "v2password", "v2token", "v3adfspassword", "v3applicationcredential", "v3fedkerb", "v3kerberos", "v3multifactor", "v3oauth1", "v3oauth2clientcredential",
        "v3oauth2mtlsclientcredential", "v3oidcaccesstoken", "v3oidcauthcode", "v3oidcclientcredentials", "v3oidcdeviceauthz", "v3oidcpassword",
        "v3password", "v3samlpassword", "v3token", "v3tokenlessauth", "v3totp", "gnocchi-basic", "gnocchi-noauth", "aodh-noauth", "cinder-noauth", "noauth2",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5016", "Unknown way to log in to Keystone",
        "{0} = '{1}' names no way to log in that Keystone's client knows (NoMatchingPlugin); {2}{3}",
        Consequence.Refused, "auth_type names a plug-in of keystoneauth. nova loads it when it makes its client for the service; for Placement it does so when it starts.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from option in node.EachOption
        where option.Name.Option == "auth_type" && node.Target.Release is not null && option.History?.In(node.Target.Release) is not null
        let text = option.Value.Text
        where text is not null && !OptionText.HasReference(text) && !s_known.Contains(text)
        let near = Spelling.Nearest(text, s_known)
        where near is not null
        select Found(
            option.Value, option.Name.ToString(), text,
            option.Name.Group == "placement" ? Outcome.NoStart : "nova fails when it first talks to the service", Phrases.DidYouMean(near)).ReplaceBy(near);
}
