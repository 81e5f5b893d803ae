"""Makes guests as nova-compute does where it spawns one, up to what it gives to libvirt. It is read before start_nova.py, and behind guests.py."""
import inspect
import os
import subprocess
import tempfile


def make_guests(driver, cases, is_real):
    """For each image: why no flavor can have a guest of it on this node, by the flavor that came farthest; null if any flavor can."""
    all_flavors = list(flavors())  # noqa: F821  guests.py
    for case in cases:
        if case.get("isFetched"):
            yield refusal_of_file(case["format"])
            continue
        farthest = (0, None)
        for flavor in all_flavors:
            reached, refusal = refusal_of(driver, case, flavor, is_real)
            if refusal is None:
                farthest = (0, None)
                break
            if reached > farthest[0]:
                farthest = (reached, refusal)
        yield farthest[1]


def refusal_of(driver, case, flavor, is_real):
    from nova import context
    from nova.compute import api
    admin = context.get_admin_context()
    reached = 1
    try:
        api.API._validate_flavor_image_nostatus(admin, glance_image(case), flavor, None)  # noqa: F821  guests.py
        reached = 2
        xml = guest_xml(driver, admin, case, flavor)
        if is_real:
            reached = 3
            define(driver._host.get_connection(), xml)
    except Exception as e:  # whatever it is, the guest does not start
        return reached, "%s: %s: %s" % (["API", "nova", "libvirt"][reached - 1], type(e).__name__, e)
    return reached, None


def refusal_of_file(disk_format):
    """Why no disk is made of an image file of Glance's disk format; null if one is."""
    from unittest import mock
    from nova.virt import images
    image = {"id": "00000000-0000-4000-8000-000000000001", "disk_format": disk_format, "container_format": "bare"}
    glance = mock.Mock()
    glance.get.return_value = image
    info = "nova.privsep.qemu.unprivileged_qemu_img_info"
    with mock.patch(info, ORIGINALS[info]), tempfile.TemporaryDirectory() as folder, mock.patch.object(images, "IMAGE_API", glance), \
            mock.patch.object(images, "fetch", lambda context, href, path, *a, **k: write_image(disk_format, path)):
        try:
            images.fetch_to_raw(None, image["id"], os.path.join(folder, "disk"))
        except Exception as e:  # whatever it is, the guest does not start
            return "image: %s: %s" % (type(e).__name__, e)
    return None


def write_image(disk_format, path):
    """A file as an uploaded image of the format is."""
    of_qemu = {"vhd": "vpc", "ploop": "parallels", "ami": "raw", "iso": "raw"}.get(disk_format, disk_format)
    made = subprocess.run(["/usr/bin/qemu-img", "create", "-q", "-f", of_qemu, path, "8M"], stderr=subprocess.PIPE)
    if made.returncode:
        raise RuntimeError(made.stderr.decode())
    if disk_format == "iso":
        with open(path, "r+b") as f:
            f.seek(0x8000)
            f.write(b"\x01CD001\x01")  # ISO 9660's primary volume descriptor


def guest_xml(driver, admin, case, flavor):
    from nova import conf, objects
    from nova.console import serial
    from nova.virt import hardware
    from nova.virt.libvirt import blockinfo, utils
    serial.ALLOCATED_PORTS.clear()  # the guest before is none any more
    image = objects.ImageMeta.from_dict(glance_image(case))  # noqa: F821
    # The scheduler's part: what the host does not have it does not get.
    constraints = hardware.numa_get_constraints(flavor, image)
    fit = hardware.numa_fit_instance_to_host
    providers = {"provider_mapping": None} if "provider_mapping" in inspect.signature(fit).parameters else {}
    fitting = constraints and fit(driver._get_host_numa_topology(), constraints, **providers)
    if constraints and not fitting:
        raise RuntimeError("no room on the host's NUMA nodes")
    if hardware.get_mem_encryption_constraint(flavor, image, utils.get_machine_type(image)) and not driver._host.supports_amd_sev:
        raise RuntimeError("the host encrypts no memory")
    instance = objects.Instance(
        admin, id=os.getpid(), uuid="00000000-0000-4000-8000-%012d" % os.getpid(), user_id="u", project_id="p", display_name="guest", display_description="", hostname="guest",
        host=conf.CONF.host, node=conf.CONF.host, image_ref=image.id, kernel_id="", ramdisk_id="", os_type=image.properties.get("os_type"), architecture=None, vm_mode=None,
        flavor=flavor, old_flavor=None, new_flavor=None, instance_type_id=flavor.id, memory_mb=flavor.memory_mb, vcpus=flavor.vcpus, root_gb=flavor.root_gb,
        ephemeral_gb=flavor.ephemeral_gb, numa_topology=fitting or None, pci_requests=objects.InstancePCIRequests(requests=[]), pci_devices=objects.PciDeviceList(objects=[]),
        vcpu_model=None, device_metadata=None, resources=None, ephemeral_key_uuid=None, config_drive="", root_device_name=None, default_ephemeral_device=None,
        default_swap_device=None, key_name=None, trusted_certs=None, tags=objects.TagList(objects=[]), metadata={},
        # What the API copies of the image, and what the driver keeps of a guest's TPM before.
        system_metadata=dict({"image_" + name: value for name, value in case["properties"].items()}, vtpm_secret_uuid="00000000-0000-4000-8000-000000000003"))
    driver.image_backend.by_name(instance, "disk")  # what comes first, and in containers does not come again
    disks = blockinfo.get_disk_info(conf.CONF.libvirt.virt_type, instance, image)
    return driver._get_guest_xml(admin, instance, network(), disks, image)


def network():
    from nova.network import model
    bridge = model.Network(id="00000000-0000-4000-8000-000000000004", bridge="br-int", label="net", subnets=[], mtu=1500)
    return model.NetworkInfo([model.VIF(
        id="00000000-0000-4000-8000-000000000005", address="fa:16:3e:00:00:01", network=bridge, type=model.VIF_TYPE_OVS, devname="tap0", vnic_type=model.VNIC_TYPE_NORMAL,
        details={"port_filter": True, "ovs_hybrid_plug": False, "datapath_type": "system"}, active=True, profile={},
        ovs_interfaceid="00000000-0000-4000-8000-000000000005")])


def define(connection, xml):
    """What libvirt and QEMU say of a guest before anything of it runs."""
    domain = connection.defineXML(xml)
    domain.undefineFlags(4 if "<nvram" in domain.XMLDesc(0) else 0)  # VIR_DOMAIN_UNDEFINE_NVRAM
    connection.domainXMLToNative("qemu-argv", xml, 0)


