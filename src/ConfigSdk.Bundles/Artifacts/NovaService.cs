using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>What the service that runs nova-compute is called.</summary>
internal static class NovaService
{
    /// <summary>The name on a platform; Debian's where none is declared.</summary>
    public static string Of(TargetFacts target) => target.Platform is { IsRhel: true } ? "openstack-nova-compute" : "nova-compute";
}
