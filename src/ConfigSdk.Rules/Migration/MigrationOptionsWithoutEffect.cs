using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Migration;

/// <summary>Options of live migration that others overrule.</summary>
internal sealed class MigrationOptionsWithoutEffect() : OptionsWithoutEffect(
    "NOVA6006", "Migration options that others overrule",
    "Some options of live migration take the place of others, or switch off what these would say. nova logs a line at most.")
{
    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        var uri = node.Option("libvirt", "live_migration_uri");
        if (uri is Known { Value.Length: > 0 })
        {
            yield return Of("live_migration_scheme", "live_migration_uri has the scheme in it, and nova takes the whole address from there", "leave out Libvirt.LiveMigrationUri", uri);
        }
        else if (uri.IsUnset && node.HasNoGuestCpu())
        {
            yield return Of(
                "live_migration_scheme", $"virt_type is {node.VirtType()}, and nova makes addresses with the scheme for kvm and qemu alone", "choose another Libvirt.VirtType", node.Option("libvirt", "virt_type"));
        }

        var release = node.Target.Release;
        if (release is { Series: "13" or "14" } && node.Option("libvirt", "live_migration_tunnelled").IsSet && node.IsOn("libvirt", "live_migration_tunnelled") == true)
        {
            yield return Of(
                "live_migration_inbound_addr", $"live_migration_tunnelled is on, and {release.DisplayName} tunnels to the host's own name", "leave out Libvirt.LiveMigrationTunnelled", node.Option("libvirt", "live_migration_tunnelled"));
        }

        var postCopy = node.Option("libvirt", "live_migration_permit_post_copy");
        if (node.MigratesByPostCopy() == true && node.IsOn("libvirt", "live_migration_permit_auto_converge") == true)
        {
            yield return Of("live_migration_permit_auto_converge", "live_migration_permit_post_copy is on, and nova then does not slow guests down", "leave out Libvirt.LiveMigrationPermitPostCopy", postCopy);
        }

        if (node.IsOn("libvirt", "live_migration_permit_post_copy") == true && release?.IsAtLeast("20.0.0") == false && PostCopy.IsTooOld(node) == true)
        {
            yield return Of("live_migration_permit_post_copy", "it takes libvirt 1.3.3 and QEMU 2.5, and the target has an older one", "declare newer ones", node.Target.Declared);
        }

        if (node.NumberOf("libvirt", "live_migration_completion_timeout") == 0)
        {
            yield return Of(
                "live_migration_timeout_action", "live_migration_completion_timeout is 0, with which no migration ever times out", "leave out Libvirt.LiveMigrationCompletionTimeout",
                node.Option("libvirt", "live_migration_completion_timeout"));
        }

        if (node.NumberOf("libvirt", "live_migration_parallel_connections") < 1)
        {
            yield return Of(
                "live_migration_parallel_connections", "nova uses several connections for numbers above 1, and one otherwise", "write such a number", node.Option("libvirt", "live_migration_parallel_connections"));
        }
    }

    private static Ignored Of(string option, string why, string instead, PartialValue because) => new(new OptionName("libvirt", option), why, instead, because);
}
