namespace ConfigSdk.Rules.Options;

/// <summary>Some of what nova needs to log in to Placement, and not the rest.</summary>
internal sealed class PlacementCredentialsInPart : NodeRule
{
    private static readonly string[] s_signs =
    [
        "auth_type", "auth_url", "username", "user_id", "project_name", "project_id", "user_domain_name", "user_domain_id", "project_domain_name", "project_domain_id", "os_region_name", "region_name",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5017", "Credentials for Placement in part",
        "[placement] {0} is declared, but not {1}; unless another file on the node sets {2}, nova-compute does not start ({3}). Declare {2} here, or keep all of [placement] in that file.",
        Consequence.Notable, "nova-compute makes its client for Placement when it starts, and leaves if it cannot. Passwords are in a file of their own, but what is not secret had better be in one place.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (!node.IsFinal || node.Target.Release is not { } release || node.MayUseOtherDriver())
        {
            yield break;
        }

        var declared = s_signs.Select(o => (Name: o, Value: node.Option("placement", o))).FirstOrDefault(o => o.Value.IsSet);
        // With a section to borrow from, what is missing may stand there.
        if (declared.Name is null || !node.Option("placement", "auth_section").IsUnset)
        {
            yield break;
        }

        var needsRegion = release.IsAtLeast("15.0.0") && !release.IsAtLeast("18.0.0");
        string[] needed = needsRegion ? ["os_region_name"] : release >= node.Catalog.Options.LibrariesListedBeside[0] ? ["auth_type", "auth_url"] : [];
        // Other plug-ins, none among them, need no URL; which one an unknown type is, is not certain.
        var takesUrl = node.Option("placement", "auth_type").IsUnset
            || node.TextOf("placement", "auth_type") is "password" or "v3password" or "v3applicationcredential" or "token" or "v3token";
        var missing = needed.Where(o => node.Option("placement", o).IsUnset && (o != "auth_url" || takesUrl)).ToArray();
        if (missing.Length > 0)
        {
            yield return Found(
                declared.Value, declared.Name, string.Join(" and ", missing), missing.Length == 1 ? "it" : "them", needsRegion ? "PlacementNotConfigured" : "MissingAuthPlugin or MissingRequiredOptions");
        }
    }
}
