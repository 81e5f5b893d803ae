"""Reads nova.conf with the nova of this system, exactly as nova-compute would, and says what nova makes of each key.

Reads a JSON string from each line of standard input: the text of a nova.conf. Writes one JSON object for each: "unknown" keys
that no code registers, "errors" of values that oslo.config refuses, "values" of all others by "[group] option" under nova's
current name. The first line of the output is an object with nova's version and every option that is registered.
"""
import importlib.metadata
import json
import logging
import math
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
OUTPUT = sys.stdout
sys.stdout = sys.stderr  # libraries print

import nova.cmd.compute  # noqa: E402,F401  first: it decides how nova runs
import nova.conf  # noqa: E402
import nova.version  # noqa: E402
from keystoneauth1 import loading  # noqa: E402
from nova import config  # noqa: E402
from oslo_config import cfg  # noqa: E402

for module in ("nova.compute.manager", "nova.virt.libvirt.driver", "nova.service"):
    __import__(module)

CONF = nova.conf.CONF


def register(option, group):
    try:
        CONF.register_opt(option, group=group)
    except cfg.DuplicateOptError:
        pass  # those that nova itself registered stay as they are


def register_libraries():
    """Options of libraries that write into nova.conf, and those of every plug-in that could be chosen."""
    entries = importlib.metadata.entry_points()
    entries = entries.select(group="oslo.config.opts") if hasattr(entries, "select") else entries.get("oslo.config.opts", ())
    for entry in entries:
        if "tests" in entry.name or entry.name == "manilaclient.config":
            continue
        try:
            listed = entry.load()()
        except (ImportError, RuntimeError):
            continue  # a library that cannot be loaded beside nova-compute registers nothing in it either
        for group, options in listed:
            for option in options:
                option.required = False  # samples of authentication plug-ins; nova registers the one that is chosen
                register(option, group)
    chosen = [name for name, group in CONF._groups.items() if "auth_type" in group._opts]
    for plugin in loading.get_available_plugin_names():
        for option in loading.get_auth_plugin_conf_options(plugin):
            option.required = False
            for group in chosen:
                register(option, group)
    register(cfg.ListOpt("numa_nodes", item_type=cfg.types.Integer()), "neutron_tunnel")  # nova-compute does when it starts


def everything():
    return [("DEFAULT", info) for info in CONF._opts.values()] + [
        (name, info) for name, group in CONF._groups.items() for info in group._opts.values()]


def names():
    """Every name in a file that leads to an option: (group, key) -> (group, option)."""
    found = {}
    for group, info in everything():
        for old in info["opt"].deprecated_opts:
            found.setdefault((old.group or group, (old.name or info["opt"].name).replace("-", "_")), (group, info["opt"].dest))
    for group, info in everything():
        found[(group, info["opt"].dest)] = (group, info["opt"].dest)
    return found


def read(text, known):
    with tempfile.NamedTemporaryFile("w", suffix=".conf", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        CONF.clear()
        CONF(["--config-file", file.name], project="nova", default_config_files=[], default_config_dirs=[])
        sections = {}
        cfg.ConfigParser(file.name, sections).parse()
    result = {"unknown": [], "errors": {}, "values": {}}
    for section, keys in sections.items():
        for key in keys:
            target = known.get((section if section == "DEFAULT" else section.lower(), key))
            if target is None:
                result["unknown"].append("[%s] %s" % (section, key))
                continue
            group, option = target
            try:
                value = getattr(CONF if group == "DEFAULT" else CONF[group], option)
                result["values"]["[%s] %s" % target] = str(value) if isinstance(value, float) and not math.isfinite(value) else value
            except Exception as e:  # whatever nova would die of is the answer
                result["errors"]["[%s] %s" % (section, key)] = "%s: %s" % (type(e).__name__, e)
    return result


def main():
    config.parse_args(["nova-compute"], default_config_files=[])
    register_libraries()
    known = names()
    # What a command line can set, oslo.config checks while it parses, and leaves: here it is read like the others.
    CONF._cli_opts = type(CONF._cli_opts)(o for o in CONF._cli_opts if o["opt"].dest in ("config_file", "config_dir"))
    options = sorted("[%s] %s" % (group, info["opt"].dest) for group, info in everything())
    print(json.dumps({"version": nova.version.version_string(), "options": options}), file=OUTPUT, flush=True)
    for line in sys.stdin:
        print(json.dumps(read(json.loads(line), known), default=str), file=OUTPUT, flush=True)


main()
