using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>When nova reads an option. oslo.config looks at a value then, and not when it reads the file.</summary>
internal static class OptionReading
{
    private const string Later = "nova fails when it first reads the option";

    // The libvirt driver of every release reads these while it starts.
    private static readonly HashSet<OptionName> s_always = Names("libvirt", "virt_type cpu_mode images_type sysinfo_serial");

    // What nova-compute 22.0.1, 26.2.2, 31.0.0 and 34.0.0 all read before they are up, whatever else is set. With a broken reference in any of these
    // 26.2.2 and 31.0.0 do not start; of 34.0.0 and 22.0.1 only a part was tried.
    private static readonly HashSet<OptionName> s_since22 =
    [
        .. Names("DEFAULT",
            "compute_driver cpu_allocation_ratio disk_allocation_ratio host instances_path my_ip periodic_enable periodic_fuzzy_delay ram_allocation_ratio report_interval " +
            "reserved_huge_pages rootwrap_config service_down_time servicegroup_driver state_path use_cow_images vcpu_pin_set"),
        .. Names("compute", "cpu_dedicated_set cpu_shared_set max_concurrent_disk_ops provider_config_location"),
        .. Names("devices", "enabled_mdev_types"),
        .. Names("ephemeral_storage_encryption", "enabled"),
        .. Names("filter_scheduler", "track_instance_changes"),
        .. Names("image_cache", "remove_unused_base_images"),
        .. Names("libvirt",
            "connection_uri cpu_models disk_cachemodes enabled_perf_events file_backed_memory hw_machine_type live_migration_permit_auto_converge live_migration_permit_post_copy " +
            "live_migration_tunnelled live_migration_with_native_tls pmem_namespaces remote_filesystem_transport swtpm_enabled"),
    ];

    // The same nova-computes read these when they report what the node has. They go on where they cannot, and report nothing.
    private static readonly HashSet<OptionName> s_reported =
    [
        .. Names("DEFAULT", "initial_cpu_allocation_ratio initial_disk_allocation_ratio initial_ram_allocation_ratio reserved_host_cpus reserved_host_disk_mb reserved_host_memory_mb"),
        .. Names("compute", "image_type_exclude_list"),
        .. Names("libvirt", "cpu_model_extra_flags"),
    ];

    // nova looks whether migrations may slow a guest down only where they may not move it while it runs on.
    private static readonly OptionName s_autoConverge = new("libvirt", "live_migration_permit_auto_converge");

    /// <summary>What happens where nova cannot read what is written.</summary>
    public static string Outcome(NodeFacts node, OptionName option) =>
        option.Group == "libvirt" && node.MayUseOtherDriver() ? Later
        : s_always.Contains(option) ? Wording.Outcome.NoStart
        : option == s_autoConverge && node.IsOn("libvirt", "live_migration_permit_post_copy") != false ? Later
        : node.Target.Release?.IsAtLeast("22.0.0") != true ? Later
        : s_since22.Contains(option) ? Wording.Outcome.NoStart
        : s_reported.Contains(option) ? Wording.Outcome.NoReport
        : Later;

    private static HashSet<OptionName> Names(string group, string options) => [.. options.Split(' ').Select(o => new OptionName(group, o))];
}
