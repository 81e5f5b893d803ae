using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>Which machine this is.</summary>
internal static class HostChecks
{
    public static IEnumerable<PreflightCheck> Of(NodeFacts node)
    {
        yield return new("host_name");
        if (node.Target.Architecture is { } architecture)
        {
            yield return new("architecture", architecture);
        }
    }
}
