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


def questions():
    for name, function in inspect.getmembers(hardware, inspect.isfunction):
        parameters = inspect.signature(function).parameters
        needed = [p.name for p in parameters.values() if p.default is p.empty]
        if (name.startswith("get_") or name == "numa_get_constraints") and "flavor" in needed and set(needed) <= {"flavor", "image_meta", "image", "machine_type"}:
            yield function, needed + [n for n in ("machine_type",) if n in parameters and n not in needed]


FLAVORS = list(flavors())  # guests.py
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
    image = glance_image(case)
    try:
        meta = objects.ImageMeta.from_dict(glance_image(case))  # it takes what it reads out of the dictionary
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
