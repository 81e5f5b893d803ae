"""Reads the properties of images with the nova of this system and says what becomes of them.

Reads a JSON object from each line of standard input: "format", Glance's disk format, and "properties", texts by name. Writes one JSON object for
each: "error", why nova cannot read the properties, null if it can; "read", what it has read by its own names; "refusal", why the first of many
flavors cannot have a guest of the image, null if any flavor can. The first line of the output has nova's version.

What nova does is what its API does with every request for a guest, and then each question that virt/hardware.py answers of a flavor and an image, with the
machine type that guests of the image get on this host.
"""
import inspect
import json
import logging
import os
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
OUTPUT = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(os.open(os.devnull, os.O_RDWR), 1)  # libraries print

import nova.cmd.compute  # noqa: E402,F401  first: it decides how nova runs
import nova.version  # noqa: E402
from nova import config, context, exception, objects  # noqa: E402
from nova.compute import api  # noqa: E402
from nova.virt import hardware  # noqa: E402
from nova.virt.libvirt import utils  # noqa: E402

config.parse_args(["nova-compute", "--config-file", os.devnull], configure_db=False, init_rpc=False)
objects.register_all()

# Plain ones of all sizes, and those that grant what an image may want.
SPECS = [
    {}, {"hw:cpu_policy": "dedicated"}, {"hw:mem_page_size": "any"}, {"hw:mem_page_size": "any", "hw:cpu_policy": "dedicated"},
    {"hw:cpu_policy": "dedicated", "hw:cpu_realtime": "yes", "hw:cpu_realtime_mask": "^0"}, {"hw:numa_nodes": "2"},
    {"hw:cpu_policy": "mixed", "hw:cpu_dedicated_mask": "0"}, {"hw:emulator_threads_policy": "isolate", "hw:cpu_policy": "dedicated"},
    {"hw:vif_multiqueue_enabled": "true", "hw_video:ram_max_mb": "1024", "hw:serial_port_count": "4", "hw_rng:allowed": "true"},
]
SIZES = [(1, 512), (2, 2048), (3, 3072), (4, 4096), (6, 6144), (8, 8192), (16, 16384)]


def halves(vcpus, memory):
    """What completes an image that describes one half of two NUMA nodes."""
    half, rest = vcpus // 2, memory // 2
    yield {"hw:numa_mem.0": str(rest), "hw:numa_mem.1": str(memory - rest)}
    if half:
        yield {"hw:numa_cpus.0": ",".join(map(str, range(half))), "hw:numa_cpus.1": ",".join(map(str, range(half, vcpus)))}


def flavors():
    for vcpus, memory in SIZES:
        for specs in SPECS + list(halves(vcpus, memory)):
            yield objects.Flavor(
                id=1, name="f", flavorid="f", vcpus=vcpus, memory_mb=memory, root_gb=20, ephemeral_gb=0, swap=0, rxtx_factor=1.0, extra_specs=dict(specs),
                is_public=True, disabled=False, vcpu_weight=0, projects=[], description=None)


def questions():
    for name, function in inspect.getmembers(hardware, inspect.isfunction):
        parameters = inspect.signature(function).parameters
        needed = [p.name for p in parameters.values() if p.default is p.empty]
        if (name.startswith("get_") or name == "numa_get_constraints") and "flavor" in needed and set(needed) <= {"flavor", "image_meta", "image", "machine_type"}:
            yield function, needed + [n for n in ("machine_type",) if n in parameters and n not in needed]


FLAVORS = list(flavors())
QUESTIONS = list(questions())
CONTEXT = context.get_admin_context()
# Questions that want more than a flavor and an image.
UNASKED = (TypeError, AttributeError)


def refusal(image, meta, flavor):
    try:
        api.API._validate_flavor_image_nostatus(CONTEXT, image, flavor, None)
        for function, needed in QUESTIONS:
            try:
                function(**{n: flavor if n == "flavor" else utils.get_machine_type(meta) if n == "machine_type" else meta for n in needed})
            except UNASKED:
                pass
    except (exception.NovaException, ValueError) as e:
        return "%s: %s" % (type(e).__name__, e)
    return None


def plain(value):
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


def judge(case):
    image = {
        "id": "00000000-0000-4000-8000-000000000001", "name": "judged", "status": "active", "container_format": "bare", "disk_format": case["format"],
        "min_ram": 0, "min_disk": 0, "size": 1, "visibility": "public", "protected": False, "checksum": None, "owner": None, "properties": case["properties"],
    }
    try:
        meta = objects.ImageMeta.from_dict(dict(image, properties=dict(case["properties"])))
    except Exception as e:  # whatever it is, every service that reads the image meets it
        return {"error": "%s: %s" % (type(e).__name__, e), "read": {}, "refusal": None}
    read = {name: plain(getattr(meta.properties, name)) for name in meta.properties.fields if meta.properties.obj_attr_is_set(name)}
    first = None
    for flavor in FLAVORS:
        refused = refusal(image, meta, flavor)
        if refused is None:
            return {"error": None, "read": read, "refusal": None}
        first = first or refused
    return {"error": None, "read": read, "refusal": first}


print(json.dumps({"version": nova.version.version_string()}), file=OUTPUT, flush=True)
for line in sys.stdin:
    print(json.dumps(judge(json.loads(line)), default=str), file=OUTPUT, flush=True)
