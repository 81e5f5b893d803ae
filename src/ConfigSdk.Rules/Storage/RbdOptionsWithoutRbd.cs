namespace ConfigSdk.Rules.Storage;

/// <summary>Options of disks in Ceph on a node that keeps none there. rbd_user and rbd_secret_uuid are none of them: volumes of Cinder may need them.</summary>
internal sealed class RbdOptionsWithoutRbd() : OptionsOfOtherBackend(
    "NOVA7007", "Options of rbd without disks in rbd",
    "nova reads these options where it makes, clones and removes local disks in Ceph. Volumes of Cinder bring their own.", "rbd",
    [
        .. OfLibvirt(
            "images_rbd_pool", "images_rbd_ceph_conf", "images_rbd_glance_store_name", "images_rbd_glance_copy_poll_interval", "images_rbd_glance_copy_timeout",
            "rbd_connect_timeout", "rbd_destroy_volume_retries", "rbd_destroy_volume_retry_interval"),
        new("workarounds", "never_download_image_if_on_rbd"),
    ]);
