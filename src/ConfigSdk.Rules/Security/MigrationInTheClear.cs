using System.Text.RegularExpressions;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Security;

/// <summary>Live migration over a connection that is not encrypted.</summary>
internal sealed class MigrationInTheClear : LibvirtRule
{
    private static readonly Regex s_tcp = new(@"\A[a-z]+\+tcp://", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8004", "Live migration without encryption",
        "{0} makes live migrations over plain TCP: what a guest has in its memory crosses the network for all to read, and the other host's libvirt is not asked who it is. {1}",
        Consequence.Notable, "libvirt's tcp transport has no encryption. Its tls transport, and TLS of QEMU's own for the guest's memory, have.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        // Before 19.0.0 there is no TLS for the memory alone.
        var hasNativeTls = node.Target.Release?.IsAtLeast("19.0.0");
        if (hasNativeTls is null || (hasNativeTls == true && node.IsOn("libvirt", "live_migration_with_native_tls") != false))
        {
            yield break;
        }

        var advice = hasNativeTls == true ? "Set up TLS, and Libvirt.LiveMigrationWithNativeTls." : "Set up TLS, and write qemu+tls.";
        var (uri, scheme) = (node.Option("libvirt", "live_migration_uri"), node.Option("libvirt", "live_migration_scheme"));
        if (uri.Text is { } text && s_tcp.IsMatch(text))
        {
            yield return Found(uri, "[libvirt] live_migration_uri", advice);
        }
        else if (uri.IsUnset && scheme.Text == "tcp" && node.Sets("libvirt", "live_migration_scheme"))
        {
            yield return Found(scheme, "[libvirt] live_migration_scheme", advice);
        }
    }
}
