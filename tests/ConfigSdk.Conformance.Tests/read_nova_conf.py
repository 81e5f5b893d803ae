"""Reads nova.conf files with the installed nova, exactly as nova-compute would, and says what nova makes of each key.

Reads file names from standard input, a line each. Writes one JSON object for each: "unknown" keys that no code registers,
"errors" of values that oslo.config refuses, "values" of all others by "[group] option" under nova's current name.
The first line of the output is nova's version.
"""
import importlib.metadata
import json
import logging
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import nova.cmd.compute  # noqa: E402,F401  first: it decides how nova runs
import nova.conf  # noqa: E402
import nova.version  # noqa: E402
from nova import config  # noqa: E402
from oslo_config import cfg  # noqa: E402

for module in ("nova.compute.manager", "nova.virt.libvirt.driver", "nova.service"):
    __import__(module)

CONF = nova.conf.CONF


def register_libraries():
    """Options of libraries that write into nova.conf; those that nova itself registered already stay as they are."""
    for entry in importlib.metadata.entry_points(group="oslo.config.opts"):
        try:
            listed = entry.load()()
        except ImportError:
            continue  # a library whose own dependencies are not installed registers nothing in nova-compute either
        for group, options in listed:
            for option in options:
                option.required = False  # samples of authentication plug-ins; nova registers the one that is chosen
                try:
                    CONF.register_opt(option, group=group)
                except cfg.DuplicateOptError:
                    pass


def names():
    """Every name in a file that leads to an option: (group, key) -> (group, option)."""
    found = {}
    everything = [("DEFAULT", info["opt"]) for info in CONF._opts.values()]
    for name, group in CONF._groups.items():
        everything += [(name, info["opt"]) for info in group._opts.values()]
    for group, option in everything:
        for old in option.deprecated_opts:
            found.setdefault((old.group or group, (old.name or option.name).replace("-", "_")), (group, option.dest))
    for group, option in everything:
        found[(group, option.dest)] = (group, option.dest)
    return found


def read(path, known):
    CONF.clear()
    CONF(["--config-file", path], project="nova", default_config_files=[], default_config_dirs=[])
    sections = {}
    cfg.ConfigParser(path, sections).parse()
    result = {"file": path, "unknown": [], "errors": {}, "values": {}}
    for section, keys in sections.items():
        for key in keys:
            target = known.get((section if section == "DEFAULT" else section.lower(), key))
            if target is None:
                result["unknown"].append("[%s] %s" % (section, key))
                continue
            group, option = target
            try:
                value = getattr(CONF if group == "DEFAULT" else CONF[group], option)
                result["values"]["[%s] %s" % target] = value
            except Exception as e:  # whatever nova would die of is the answer
                result["errors"]["[%s] %s" % (section, key)] = "%s: %s" % (type(e).__name__, e)
    return result


def main():
    config.parse_args(["nova-compute"], default_config_files=[])
    register_libraries()
    known = names()
    print(nova.version.version_string(), flush=True)
    for line in sys.stdin:
        print(json.dumps(read(line.rstrip("\n"), known), default=str), flush=True)


main()
