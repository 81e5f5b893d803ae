using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class StorageRulesTests
{
    private const string Rbd = "target = debian-13 | images_type = rbd | ";
    private const string Lvm = "target = debian-13 | images_type = lvm | images_volume_group = vg0 | ";

    [Theory]
    [InlineData(Rbd + "DEFAULT.force_raw_images = false", "NOVA7001")]
    [InlineData(Rbd + "DEFAULT.force_raw_images = 0", "NOVA7001")]
    [InlineData("nova = ? | images_type = rbd | DEFAULT.force_raw_images = false", "NOVA7001")]
    [InlineData("nova = 20.0.0 | images_type = rbd | DEFAULT.force_raw_images = false", "NOVA7001")]
    [InlineData("nova = 19.0.0 | images_type = rbd | DEFAULT.force_raw_images = false", "NOVA7002")]
    [InlineData("target = icehouse | images_type = rbd | DEFAULT.force_raw_images = false", "NOVA7002")]
    [InlineData("target = icehouse | images_type = rbd | DEFAULT.force_raw_images = true", "")]
    [InlineData(Rbd + "DEFAULT.force_raw_images = true", "")]
    [InlineData(Rbd, "")]
    [InlineData(Rbd + "DEFAULT.force_raw_images = ?", "")]
    [InlineData(Rbd + "DEFAULT.force_raw_images = $use_cow_images", "")]
    [InlineData("target = debian-13 | images_type = ? | DEFAULT.force_raw_images = false", "")]
    [InlineData(Rbd + "DEFAULT.force_raw_images = false | DEFAULT.compute_driver = ironic.IronicDriver", "")]
    public void NOVA7001_NOVA7002_rbd_without_raw_images(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Rbd + "images_rbd_pool =", "NOVA7003")]
    [InlineData("target = icehouse | images_type = rbd | images_rbd_pool =", "NOVA7003")]
    [InlineData(Rbd + "images_rbd_pool = vms", "")]
    [InlineData(Rbd + "images_rbd_pool = ?", "")]
    [InlineData("target = debian-13 | images_type = ? | images_rbd_pool =", "")]
    public void NOVA7003_rbd_without_a_pool(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.instances_path =", "NOVA7026")]
    [InlineData("target = debian-13 | images_type = qcow2 | DEFAULT.instances_path =", "NOVA7026")]
    [InlineData("target = debian-13 | images_type = ? | DEFAULT.instances_path =", "")]
    [InlineData("target = debian-13 | DEFAULT.instances_path = /srv/instances", "")]
    [InlineData("target = debian-13 | DEFAULT.instances_path = ?", "")]
    [InlineData("target = debian-13 | images_type = rbd | DEFAULT.instances_path =", "")]
    [InlineData("nova = 21.0.0 | DEFAULT.instances_path =", "")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = fake.FakeDriver | DEFAULT.instances_path =", "")]
    public void NOVA7026_guests_need_a_directory(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("nova = 22.0.0 | vzstorage_mount_point_base =", "NOVA7027")]
    [InlineData("nova = 22.0.0 | vzstorage_mount_opts = -c", "NOVA7027")]
    [InlineData("nova = 24.0.0 | vzstorage_mount_opts = -v,-C", "NOVA7027")]
    [InlineData("target = debian-13 | vzstorage_mount_point_base =", "NOVA7027")]
    [InlineData("nova = 22.0.0 | vzstorage_mount_point_base = /mnt/vz | vzstorage_mount_opts = -v,-R", "")]
    [InlineData("nova = 22.0.0 | vzstorage_mount_point_base = ? | vzstorage_mount_opts = ?", "")]
    [InlineData("nova = 22.0.0 | vzstorage_mount_opts = [...]", "")]
    [InlineData("nova = 21.0.0 | vzstorage_mount_point_base =", "")]
    [InlineData("nova = ? | vzstorage_mount_point_base =", "")]
    [InlineData("nova = 22.0.0 | DEFAULT.compute_driver = fake.FakeDriver | vzstorage_mount_point_base =", "")]
    public void NOVA7027_what_the_driver_of_virtuozzo_storage_refuses(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("22.0.0", "[libvirt] vzstorage_mount_opts has '-c', which the driver of volumes in Virtuozzo Storage refuses; nova-compute would refuse to start. Leave it out.")]
    [InlineData("25.0.0", "[libvirt] vzstorage_mount_opts has '-c', which the driver of volumes in Virtuozzo Storage refuses; nova-compute would refuse to start, or no volume of that kind could be attached. Leave it out.")]
    [InlineData("26.0.0", "[libvirt] vzstorage_mount_opts has '-c', which the driver of volumes in Virtuozzo Storage refuses; no volume of that kind could be attached. Leave it out.")]
    public void NOVA7027_says_when(string nova, string message) =>
        Assert.Equal(message, Assert.Single(Judged.All(Declared.Node($"nova = {nova} | DEFAULT.compute_driver = libvirt.LibvirtDriver | vzstorage_mount_opts = -c"))).Message);

    [Theory]
    [InlineData(Rbd + "rbd_user = cinder", "NOVA7004")]
    [InlineData(Rbd + "rbd_secret_uuid = 457eb676-33da-42ec-9a8c-9293d545c337", "NOVA7004")]
    [InlineData(Rbd + "rbd_user = cinder | rbd_secret_uuid = 457eb676-33da-42ec-9a8c-9293d545c337", "")]
    [InlineData(Rbd + "rbd_user = cinder | rbd_secret_uuid = ?", "")]
    [InlineData(Rbd + "rbd_user = ?", "")]
    [InlineData("target = debian-13 | rbd_user = cinder", "")]
    [InlineData("target = debian-13 | images_type = ? | rbd_user = cinder", "")]
    public void NOVA7004_half_of_the_credentials(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | images_type = lvm", "NOVA7005")]
    [InlineData("target = debian-13 | images_type = lvm | images_volume_group =", "NOVA7005")]
    [InlineData("target = icehouse | images_type = lvm", "NOVA7005")]
    [InlineData(Lvm, "")]
    [InlineData("target = debian-13 | images_type = lvm | images_volume_group = ?", "")]
    [InlineData("target = debian-13 | images_type = ?", "")]
    public void NOVA7005_lvm_without_a_volume_group(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | ephemeral_storage_encryption.enabled = true", "NOVA7006")]
    [InlineData(Rbd + "ephemeral_storage_encryption.enabled = true | ephemeral_storage_encryption.cipher = aes-xts-plain64", "NOVA7006")]
    [InlineData("nova = 2014.2 | ephemeral_storage_encryption.enabled = true", "NOVA7006")]
    [InlineData("nova = 2014.1 | ephemeral_storage_encryption.enabled = true", "NOVA5002")]
    [InlineData(Lvm + "ephemeral_storage_encryption.enabled = true", "")]
    [InlineData("target = debian-13 | ephemeral_storage_encryption.enabled = false", "")]
    [InlineData("target = debian-13 | ephemeral_storage_encryption.enabled = ?", "")]
    [InlineData("target = debian-13 | images_type = ? | ephemeral_storage_encryption.enabled = true", "")]
    [InlineData("nova = ? | ephemeral_storage_encryption.enabled = true", "")]
    public void NOVA7006_encryption_without_lvm(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | images_rbd_pool = vms", "NOVA7007")]
    [InlineData("target = debian-13 | images_rbd_pool = vms | images_rbd_ceph_conf = /etc/ceph/ceph.conf", "NOVA7007 NOVA7007")]
    [InlineData("target = debian-13 | images_type = qcow2 | rbd_connect_timeout = 9 | rbd_destroy_volume_retries = 3", "NOVA7007 NOVA7007")]
    [InlineData("target = debian-13 | images_type = qcow2 | workarounds.never_download_image_if_on_rbd = true", "NOVA7007")]
    [InlineData("target = debian-13 | images_type = qcow2 | images_rbd_glance_store_name = ceph", "NOVA7007")]
    [InlineData("target = icehouse | images_rbd_pool = vms", "NOVA7007")]
    [InlineData("target = icehouse | rbd_connect_timeout = 9", "NOVA5002")]
    [InlineData("nova = 20.0.0 | workarounds.never_download_image_if_on_rbd = true", "")]
    [InlineData("target = debian-13 | images_type = qcow2 | rbd_user = cinder | rbd_secret_uuid = 457eb676-33da-42ec-9a8c-9293d545c337", "")]
    [InlineData(Rbd + "images_rbd_pool = vms | workarounds.never_download_image_if_on_rbd = true", "")]
    [InlineData("target = debian-13 | images_type = ? | images_rbd_pool = vms", "")]
    [InlineData("target = debian-13 | images_type = rdb | images_rbd_pool = vms", "NOVA5001")]
    [InlineData("nova = ? | images_rbd_pool = vms", "")]
    public void NOVA7007_rbd_options_without_rbd(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | images_volume_group = vg0", "NOVA7008")]
    [InlineData("target = debian-13 | images_type = raw | volume_clear = shred | volume_clear_size = 10", "NOVA7008 NOVA7008")]
    [InlineData("nova = 17.0.0 | sparse_logical_volumes = true", "NOVA7008")]
    [InlineData("target = debian-13 | ephemeral_storage_encryption.cipher = aes-cbc-plain64 | ephemeral_storage_encryption.key_size = 256", "NOVA7008 NOVA7008")]
    [InlineData(Lvm + "volume_clear = shred | volume_clear_size = 10", "")]
    [InlineData(Lvm + "ephemeral_storage_encryption.cipher = aes-cbc-plain64", "")]
    [InlineData("target = debian-13 | images_type = ? | volume_clear = none", "")]
    [InlineData("target = debian-13 | ephemeral_storage_encryption.enabled = ? | ephemeral_storage_encryption.cipher = aes-cbc-plain64", "")]
    public void NOVA7008_lvm_options_without_lvm(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | images_type = qcow2 | DEFAULT.use_cow_images = false", "NOVA7009")]
    [InlineData(Rbd + "DEFAULT.use_cow_images = true", "NOVA7009")]
    [InlineData(Rbd + "DEFAULT.preallocate_images = space", "NOVA7009")]
    [InlineData(Lvm + "DEFAULT.preallocate_images = space", "NOVA7009")]
    [InlineData(Rbd + "DEFAULT.preallocate_images = none", "")]
    [InlineData("target = debian-13 | images_type = raw | DEFAULT.use_cow_images = false", "")]
    [InlineData("target = debian-13 | images_type = qcow2 | DEFAULT.preallocate_images = space", "")]
    [InlineData("target = debian-13 | DEFAULT.use_cow_images = false", "")]
    [InlineData("target = debian-13 | images_type = ? | DEFAULT.use_cow_images = false | DEFAULT.preallocate_images = space", "")]
    [InlineData("target = debian-13 | images_type = qcow2 | DEFAULT.use_cow_images = ?", "")]
    public void NOVA7009_file_options_without_files(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | images_type = raw | DEFAULT.force_raw_images = false", "NOVA7010")]
    [InlineData("target = icehouse | images_type = raw | DEFAULT.force_raw_images = false", "NOVA7010")]
    [InlineData("target = debian-13 | images_type = flat | DEFAULT.force_raw_images = false", "NOVA7010")]
    [InlineData("target = debian-13 | DEFAULT.use_cow_images = false | DEFAULT.force_raw_images = false", "NOVA7010")]
    [InlineData(Lvm + "DEFAULT.force_raw_images = false", "NOVA7010")]
    [InlineData("nova = 20.0.0 | images_type = lvm | images_volume_group = vg0 | DEFAULT.force_raw_images = false", "NOVA7010")]
    [InlineData("nova = 19.0.0 | images_type = lvm | images_volume_group = vg0 | DEFAULT.force_raw_images = false", "")]
    [InlineData("target = debian-13 | images_type = ploop | DEFAULT.force_raw_images = false", "NOVA7010")]
    [InlineData("target = debian-13 | images_type = qcow2 | DEFAULT.force_raw_images = false", "")]
    [InlineData("target = debian-13 | DEFAULT.force_raw_images = false", "")]
    [InlineData("target = debian-13 | images_type = raw | DEFAULT.force_raw_images = ?", "")]
    [InlineData("target = debian-13 | images_type = ? | DEFAULT.force_raw_images = false", "")]
    public void NOVA7010_images_that_stay_as_they_are(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | compute.image_type_exclude_list = qcow", "NOVA7011")]
    [InlineData("target = debian-13 | compute.image_type_exclude_list = raw,VMDK", "NOVA7011")]
    [InlineData("nova = 22.0.0 | compute.image_type_exclude_list = qcow", "NOVA5002")]
    [InlineData("nova = 23.0.0 | compute.image_type_exclude_list = qcow", "NOVA7011")]
    [InlineData("target = debian-13 | compute.image_type_exclude_list = raw,vmdk,iso", "")]
    [InlineData("target = debian-13 | compute.image_type_exclude_list = ?,...", "")]
    [InlineData("target = debian-13 | compute.image_type_exclude_list = $host", "")]
    public void NOVA7011_unknown_image_types(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | disk_cachemodes = file=writebak", "NOVA7012")]
    [InlineData("target = debian-13 | disk_cachemodes = writeback", "NOVA7012")]
    [InlineData("target = debian-13 | disk_cachemodes = disk=writeback", "NOVA7012")]
    [InlineData("target = debian-13 | disk_cachemodes = file=Writeback,network=writeback", "NOVA7012")]
    [InlineData("target = icehouse | disk_cachemodes = file=", "NOVA7012")]
    [InlineData("target = debian-13 | disk_cachemodes = file=writeback,block=none,network=writeback,mount=unsafe", "")]
    [InlineData("target = debian-13 | disk_cachemodes = ?,file=directsync", "")]
    [InlineData("target = debian-13 | disk_cachemodes = file=$host", "")]
    public void NOVA7012_cache_modes(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Lvm + "disk_cachemodes = block=writeback", "NOVA7013")]
    [InlineData(Lvm + "disk_cachemodes = block=none,block=unsafe", "NOVA7013")]
    [InlineData("target = debian-13 | DEFAULT.preallocate_images = space | disk_cachemodes = file=default", "NOVA7013")]
    [InlineData("nova = 22.0.0 | images_type = lvm | images_volume_group = vg0 | disk_cachemodes = block=writeback", "NOVA7013")]
    [InlineData("nova = 21.0.0 | images_type = lvm | images_volume_group = vg0 | disk_cachemodes = block=writeback", "")]
    [InlineData(Lvm + "disk_cachemodes = block=unsafe,block=none", "")]
    [InlineData(Lvm + "disk_cachemodes = block=unsafe,...", "")]
    [InlineData(Lvm + "disk_cachemodes = file=writeback", "")]
    [InlineData(Lvm + "sparse_logical_volumes = true | disk_cachemodes = block=writeback", "NOVA5009")]
    [InlineData(Lvm + "sparse_logical_volumes = ? | disk_cachemodes = block=writeback", "")]
    [InlineData("target = debian-13 | disk_cachemodes = file=writeback", "")]
    [InlineData("target = debian-13 | DEFAULT.preallocate_images = ? | disk_cachemodes = file=writeback", "")]
    public void NOVA7013_cache_modes_without_native_io(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | inject_key = true", "NOVA7014")]
    [InlineData("target = debian-13 | inject_key = true | inject_password = true", "NOVA7014 NOVA7014")]
    [InlineData("target = icehouse | inject_password = true | inject_partition = -2", "NOVA7014")]
    [InlineData("target = debian-13 | inject_key = true | inject_partition = -1", "")]
    [InlineData("target = debian-13 | inject_key = true | inject_partition = ?", "")]
    [InlineData("target = debian-13 | inject_key = false", "")]
    [InlineData("target = debian-13 | inject_key = ?", "")]
    [InlineData("nova = ? | inject_key = true", "")]
    public void NOVA7014_injection_that_is_off(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | volume_enforce_multipath = true", "NOVA7015")]
    [InlineData("target = debian-13 | volume_enforce_multipath = true | volume_use_multipath = false", "NOVA7015")]
    [InlineData("nova = 30.0.0 | volume_enforce_multipath = true", "NOVA5002")]
    [InlineData("target = debian-13 | volume_enforce_multipath = true | volume_use_multipath = true", "")]
    [InlineData("target = debian-13 | volume_enforce_multipath = true | volume_use_multipath = ?", "")]
    [InlineData("target = debian-13 | volume_enforce_multipath = ?", "")]
    [InlineData("target = debian-13 | volume_enforce_multipath = false", "")]
    [InlineData("nova = ? | volume_enforce_multipath = true", "")]
    public void NOVA7015_multipath(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Rbd + "snapshot_image_format = qcow2", "NOVA7016")]
    [InlineData("nova = 14.0.0 | images_type = rbd | snapshot_image_format = vmdk", "NOVA7016")]
    [InlineData("nova = 13.0.0 | images_type = rbd | snapshot_image_format = vmdk", "")]
    [InlineData(Rbd + "snapshot_image_format = raw", "")]
    [InlineData(Rbd + "snapshot_image_format = ?", "")]
    [InlineData(Lvm + "snapshot_image_format = qcow2", "")]
    [InlineData("target = debian-13 | images_type = ? | snapshot_image_format = qcow2", "")]
    public void NOVA7016_snapshots_of_rbd(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = icehouse | images_type = qcow", "NOVA7017")]
    [InlineData("target = icehouse | images_type = flat", "NOVA7017")]
    [InlineData("nova = 2014.2 | images_type = ploop", "NOVA7017")]
    [InlineData("nova = 2014.2 | hw_disk_discard = on", "NOVA7017")]
    [InlineData("nova = 2015.1.0 | images_type = ploop | hw_disk_discard = unmap", "")]
    [InlineData("target = icehouse | images_type = ?", "")]
    [InlineData("nova = 2014.2 | hw_disk_discard = $host", "")]
    [InlineData("target = icehouse | hw_disk_discard = on", "NOVA5002")]
    [InlineData("nova = 12.0.0 | images_type = qcow", "NOVA5001")]
    public void NOVA7017_values_that_are_looked_at_late(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = icehouse | images_type = qcow", "[libvirt] images_type = 'qcow' is unknown to nova 2014.1 (Icehouse), which takes default, raw, qcow2, lvm or rbd and finds out when it makes a disk; every guest with a local disk would fail to start. Did you mean 'qcow2'?")]
    [InlineData(Rbd + "DEFAULT.force_raw_images = false", "[DEFAULT] force_raw_images is off, but [libvirt] images_type is rbd, which takes raw images alone; with nova 31.0.0 (2025.1 Epoxy), nova-compute would refuse to start. Leave out Default.ForceRawImages, or choose another Libvirt.ImagesType.")]
    [InlineData(Rbd + "rbd_user = cinder", "[libvirt] rbd_user is set, but rbd_secret_uuid is not, and images_type is rbd; every guest with a local disk would fail to start. Set both, or leave out both.")]
    [InlineData("target = debian-13 | images_type = lvm", "[libvirt] images_type is lvm, but images_volume_group names no volume group; nova-compute would start, but the node would report no resources, and every guest with a local disk would fail to start. Name it in Libvirt.ImagesVolumeGroup.")]
    [InlineData("target = debian-13 | images_rbd_pool = vms", "[libvirt] images_rbd_pool has no effect: [libvirt] images_type is default, and nova reads the option for disks in rbd alone. Leave out Libvirt.ImagesRbdPool, or set Libvirt.ImagesType to rbd.")]
    [InlineData("target = debian-13 | volume_enforce_multipath = true", "[libvirt] volume_enforce_multipath is on, but volume_use_multipath is off; with nova 31.0.0 (2025.1 Epoxy), nova-compute would refuse to start. Set Libvirt.VolumeUseMultipath too, or leave out Libvirt.VolumeEnforceMultipath.")]
    [InlineData("target = debian-13 | disk_cachemodes = file=writebak", "'file=writebak' in [libvirt] disk_cachemodes has no effect: libvirt has no cache mode 'writebak'. Write default, none, writethrough, writeback, directsync or unsafe.")]
    [InlineData("target = debian-13 | compute.image_type_exclude_list = qcow", "'qcow' is no image type of nova's, so that [compute] image_type_exclude_list keeps nothing away with it: nova knows aki, ami, ari, iso, ploop, qcow2, raw, vdi, vhd, vhdx, vmdk. Did you mean 'qcow2'?")]
    public void Messages(string mistake, string message) => Assert.Equal(message, Judged.Single(mistake).Message);

    [Theory]
    [InlineData("target = debian-13 | compute.image_type_exclude_list = VMDK", Finding.Replacement, "vmdk")]
    [InlineData("target = debian-13 | disk_cachemodes = file=Writeback", Finding.Replacement, "file=writeback")]
    [InlineData("target = debian-13 | disk_cachemodes = files=writeback", Finding.Replacement, "file=writeback")]
    [InlineData(Lvm + "disk_cachemodes = block=writeback", Finding.Replacement, "block=none")]
    [InlineData("target = debian-13 | volume_enforce_multipath = true", FixKeys.SetSetting, "VolumeUseMultipath")]
    [InlineData("target = debian-13 | volume_enforce_multipath = true", FixKeys.SetValue, "true")]
    [InlineData(Rbd + "DEFAULT.force_raw_images = false", FixKeys.RemoveSetting, "ForceRawImages")]
    [InlineData("target = debian-13 | inject_key = true", FixKeys.RemoveSetting, "InjectKey")]
    public void Fixes(string mistake, string key, string value) => Assert.Equal(value, Judged.Single(mistake).Properties[key]);

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        new()
        {
            ["NOVA7001"] = ["NOVA7002"],
            // A kind of disk that the release has not is what is wrong then.
            ["NOVA7006"] = ["NOVA7017"],
            ["NOVA7007"] = ["NOVA7017"],
            ["NOVA7008"] = ["NOVA7017"],
            ["NOVA7009"] = ["NOVA7017"],
            ["NOVA7010"] = ["NOVA7017"],
        },
        Setting("target", "debian-11", "debian-12", "debian-13", "icehouse"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("images_type", "rbd", "rbd", "lvm", "raw", "qcow2", "ploop", "rdb"),
        Setting("DEFAULT.force_raw_images", "false", "true"),
        Setting("DEFAULT.use_cow_images", "false", "true"),
        Setting("DEFAULT.preallocate_images", "space", "none"),
        Setting("rbd_user", "cinder", ""),
        Setting("rbd_secret_uuid", "457eb676-33da-42ec-9a8c-9293d545c337"),
        Setting("images_rbd_pool", "vms", ""),
        Setting("images_volume_group", "vg0", ""),
        Setting("volume_clear", "shred"),
        Setting("ephemeral_storage_encryption.enabled", "true", "false"),
        Setting("ephemeral_storage_encryption.cipher", "aes-xts-plain64"),
        Setting("disk_cachemodes", "block=writeback", "file=unsafe,file=none", "file=x"),
        Setting("inject_key", "true", "false"),
        Setting("inject_partition", "-2", "-1"),
        Setting("volume_enforce_multipath", "true", "false"),
        Setting("volume_use_multipath", "true", "false"),
        Setting("snapshot_image_format", "qcow2", "raw"),
        Setting("extra", "libvirt/images_type=lvm", "libvirt/images_rbd_pool=x"));
}
