using ConfigSdk.Catalog;

namespace ConfigSdk.Plans;

/// <summary>What a change of an option of nova.conf takes.</summary>
/// <remarks>
/// nova-compute reads its files when it starts, and what the option registers as mutable again on SIGHUP. A guest's domain is written from
/// the options when it is started; one that runs keeps what it has.
/// </remarks>
internal static class OptionEffects
{
    private static readonly Effect[] s_reload = [Effect.ReloadService];
    private static readonly Effect[] s_restart = [Effect.RestartService];
    private static readonly Effect[] s_guests = [Effect.RestartService, Effect.StopGuests];
    private static readonly Effect[] s_newGuests = [Effect.RestartService, Effect.NewGuests];

    // By newest names. What nova's libvirt driver reads when it writes a guest's domain.
    private static readonly HashSet<string> s_ofGuests = new(
    [
        "virt_type", "cpu_mode", "cpu_models", "cpu_model_extra_flags", "hw_machine_type", "disk_cachemodes", "disk_prefix", "hw_disk_discard",
        "num_pcie_ports", "max_queues", "rx_queue_size", "tx_queue_size", "mem_stats_period_seconds", "rng_dev_path", "use_virtio_for_bridges",
        "sysinfo_serial", "uid_maps", "gid_maps", "file_backed_memory", "realtime_scheduler_priority", "enabled_perf_events", "tb_cache_size",
        "swtpm_enabled", "volume_use_multipath", "use_default_aio_mode_for_volumes", "rbd_user", "rbd_secret_uuid",
    ], StringComparer.Ordinal);

    // What it reads when it makes a guest's disks, or puts something into them.
    private static readonly HashSet<string> s_ofNewGuests = new(
    [
        "[libvirt] images_type", "[libvirt] images_volume_group", "[libvirt] images_rbd_pool", "[libvirt] images_rbd_ceph_conf", "[libvirt] sparse_logical_volumes",
        "[libvirt] inject_password", "[libvirt] inject_key", "[libvirt] inject_partition", "[DEFAULT] default_ephemeral_format", "[DEFAULT] preallocate_images",
        "[DEFAULT] use_cow_images", "[DEFAULT] force_raw_images", "[DEFAULT] force_config_drive", "[DEFAULT] config_drive_format",
        "[ephemeral_storage_encryption] enabled", "[ephemeral_storage_encryption] cipher", "[ephemeral_storage_encryption] key_size",
    ], StringComparer.Ordinal);

    // Of other groups: consoles, the pointer, and the CPUs that guests are pinned to.
    private static readonly HashSet<string> s_ofGuestsElsewhere = new(
    [
        "[vnc] enabled", "[vnc] server_listen", "[spice] enabled", "[spice] agent_enabled", "[spice] server_listen", "[spice] image_compression",
        "[spice] jpeg_compression", "[spice] zlib_compression", "[spice] playback_compression", "[spice] streaming_mode", "[serial_console] enabled",
        "[serial_console] proxyclient_address", "[serial_console] port_range", "[DEFAULT] pointer_model",
        "[compute] cpu_shared_set", "[compute] cpu_dedicated_set", "[DEFAULT] vcpu_pin_set",
    ], StringComparer.Ordinal);

    /// <summary>Every name that is spoken of here.</summary>
    internal static IEnumerable<string> Names => [.. s_ofGuests.Select(n => $"[libvirt] {n}"), .. s_ofNewGuests, .. s_ofGuestsElsewhere];

    /// <summary>What it takes.</summary>
    /// <param name="option">The option.</param>
    /// <param name="facts">What the release that reads it says of it; null if it has no such option.</param>
    public static IReadOnlyList<Effect> Of(OptionHistory option, OptionFacts? facts) =>
        facts is null ? [Effect.Nothing]
        : IsOfGuests(option.Name) ? s_guests
        : s_ofNewGuests.Contains(option.Name.ToString()) ? s_newGuests
        : facts.IsMutable ? s_reload
        : s_restart;

    private static bool IsOfGuests(OptionName name) =>
        (name.Group == "libvirt" && s_ofGuests.Contains(name.Option)) || s_ofGuestsElsewhere.Contains(name.ToString());
}
