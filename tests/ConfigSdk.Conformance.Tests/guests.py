"""Images and flavors as nova's API has them. Programs beside this file are read behind it; it imports nothing of nova before they do."""

# Plain ones of all sizes, and those that grant what an image may want.
SPECS = [
    {}, {"hw:cpu_policy": "dedicated"}, {"hw:mem_page_size": "any"}, {"hw:mem_page_size": "any", "hw:cpu_policy": "dedicated"},
    {"hw:cpu_policy": "dedicated", "hw:cpu_realtime": "yes", "hw:cpu_realtime_mask": "^0"}, {"hw:numa_nodes": "2"},
    {"hw:cpu_policy": "mixed", "hw:cpu_dedicated_mask": "0"}, {"hw:emulator_threads_policy": "isolate", "hw:cpu_policy": "dedicated"},
    {"hw:vif_multiqueue_enabled": "true"}, {"hw:serial_port_count": "4"},
]
# What no guest has to use.
GRANTED = {"hw_video:ram_max_mb": "1024", "hw_rng:allowed": "true"}
SIZES = [(1, 512), (2, 2048), (3, 3072), (4, 4096), (6, 6144), (8, 8192), (16, 16384)]


def halves(vcpus, memory):
    """What completes an image that describes one half of two NUMA nodes."""
    half, rest = vcpus // 2, memory // 2
    yield {"hw:numa_mem.0": str(rest), "hw:numa_mem.1": str(memory - rest)}
    if half:
        yield {"hw:numa_cpus.0": ",".join(map(str, range(half))), "hw:numa_cpus.1": ",".join(map(str, range(half, vcpus)))}


def flavors():
    from nova import objects
    for vcpus, memory in SIZES:
        for specs in SPECS + list(halves(vcpus, memory)):
            yield objects.Flavor(
                id=1, name="f", flavorid="f", vcpus=vcpus, memory_mb=memory, root_gb=20, ephemeral_gb=0, swap=0, rxtx_factor=1.0, extra_specs=dict(GRANTED, **specs),
                is_public=True, disabled=False, vcpu_weight=0, projects=[], description=None)


def glance_image(case):
    return {
        "id": "00000000-0000-4000-8000-000000000001", "name": "judged", "status": "active", "container_format": "bare", "disk_format": case["format"],
        "min_ram": 0, "min_disk": 0, "size": 1, "visibility": "public", "protected": False, "checksum": None, "owner": None, "properties": dict(case["properties"]),
    }
