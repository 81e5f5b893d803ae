"""Starts the nova-compute of this system with a nova.conf and says whether it starts.

Reads a JSON object from each line of standard input: "conf", the text of a nova.conf; "libvirt" and "qemu", the versions as numbers; "models"
and "features", the CPU models and features that libvirt knows. Writes one JSON object for each: "started"; "error", what ended the start; "logged", the errors that nova
logged and lived with. The first line of the output has nova's version.

nova.cmd.compute.main() runs as it is, in a process of its own for each file. What is not nova is played: an empty cell behind the conductor, a
message bus without messages, a placement that takes what it is told, and for libvirt the one that nova brings for its own tests, on a host
of 2 x 2 x 2 CPUs that can run every CPU model and has what a configuration may ask of a host.
"""
import atexit
import importlib
import json
import logging
import os
import shutil
import sys
import tempfile
import types
import warnings
from unittest import mock

from lxml import etree

warnings.simplefilter("ignore")
logging.raiseExceptions = False
OUTPUT = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(os.open(os.devnull, os.O_RDWR), 1)  # libraries print
STATE = tempfile.mkdtemp(prefix="configsdk-nova-")
PARENT = os.getpid()
atexit.register(lambda: os.getpid() == PARENT and shutil.rmtree(STATE, ignore_errors=True))

import nova.cmd.compute as compute  # noqa: E402  first: it decides how nova runs
import nova.conf  # noqa: E402
import nova.tests  # noqa: E402
import nova.version  # noqa: E402
from nova import exception, objects, rpc, service  # noqa: E402
from nova.compute import provider_tree  # noqa: E402
from nova.objects import base  # noqa: E402
from nova.scheduler.client import report  # noqa: E402
from nova.virt.libvirt import driver, host  # noqa: E402

CONF = nova.conf.CONF
# What every start would import, once for all.
for name in ("vif_plug_ovs.ovs", "vif_plug_linux_bridge.linux_bridge", "vif_plug_noop.noop", "os_vif.internal.ip.api", "oslo_messaging._drivers.impl_rabbit",
             "nova.servicegroup.drivers.db", "oslo_limit.limit", "nova.virt.libvirt.volume.volume"):
    try:
        importlib.import_module(name)
    except ImportError:
        pass  # not beside this release


def load_played_libvirt():
    """nova's fake of libvirt, without the test packages around it, which want what Debian's package does not depend on."""
    for name in ("nova.tests.fixtures.libvirt", "nova.tests.unit.virt.libvirt.fakelibvirt"):
        parts = name.split(".")
        for end in range(3, len(parts)):
            package = types.ModuleType(".".join(parts[:end]))
            package.__path__ = [os.path.join(os.path.dirname(nova.tests.__file__), *parts[2:end])]
            sys.modules.setdefault(package.__name__, package)
        try:
            return importlib.import_module(name)
        except ImportError as e:
            error = e
    raise error


PLAYED = load_played_libvirt()


class EmptyCell:
    """What the conductor of a cell answers in which nothing is but what this start makes."""

    def __init__(self):
        self.made = {}

    def object_class_action_versions(self, context, name, method, versions, args, kwargs):
        if method.startswith("get_minimum_version"):
            return objects.service.SERVICE_VERSION
        if name in self.made and method.startswith("get"):
            return self.made[name]
        if name in ("ComputeNode", "Service"):
            if method == "get_by_host_and_binary":
                return None
            raise exception.ComputeHostNotFound(host=CONF.host)
        if name.endswith("List"):
            return base.NovaObjectRegistry.obj_classes()[name][0](context=context, objects=[])
        raise exception.HostMappingNotFound(name=CONF.host) if name == "HostMapping" else exception.NotFound()

    def object_class_action(self, context, name, method, version, args, kwargs):
        return self.object_class_action_versions(context, name, method, None, args, kwargs)

    def object_action(self, context, instance, method, args, kwargs):
        changes = {}
        if method == "create":
            self.made[instance.obj_name()] = instance
            changes["id"] = 1
            if "uuid" in instance.fields and not instance.obj_attr_is_set("uuid"):
                changes["uuid"] = "00000000-0000-4000-8000-000000000001"
            if instance.obj_name() == "Service":
                changes.update(disabled=False, disabled_reason=None, forced_down=False, deleted=False)
        return changes, None

    def object_backport_versions(self, context, instance, versions):
        return instance


def play_placement(patch):
    trees = []

    def tree(self, context, uuid, name=None, parent_provider_uuid=None):
        if not trees:
            trees.append(provider_tree.ProviderTree())
            trees[0].new_root(name or uuid, uuid, generation=0)
        self._provider_tree = trees[0]
        return trees[0]

    answers = {
        "_create_client": lambda self, *a, **k: types.SimpleNamespace(additional_headers={}),
        "get_provider_tree_and_ensure_root": tree,
        "get_provider_subtree_and_ensure_root": tree,
        "update_from_provider_tree": lambda self, context, new, allocations=None: trees.__setitem__(slice(None), [new]),
        "get_allocations_for_provider_tree": lambda self, *a, **k: {},
        "get_allocations_for_resource_provider": lambda self, *a, **k: report.ProviderAllocInfo(allocations={}),
        "get_allocs_for_consumer": lambda self, *a, **k: {"allocations": {}},
    }
    for name, answer in answers.items():
        if hasattr(report.SchedulerReportClient, name):
            patch(report.SchedulerReportClient, name, answer)


def play_libvirt(patch, case):
    info = PLAYED.HostInfo(cpu_nodes=2, cpu_sockets=1, cpu_cores=2, cpu_threads=2, kB_mem=16 * 1024 * 1024)
    fixture = getattr(PLAYED, "LibvirtFixture", None) or PLAYED.FakeLibvirtFixture
    fixture().setUp()
    patch(PLAYED.Connection, "getCPUModelNames", lambda self, arch: list(case["models"]))

    def compare(self, *args, **kwargs):
        """What a host can run is no matter of its configuration; what libvirt cannot read, it refuses."""
        cpu = etree.fromstring(next(a for a in list(args) + list(kwargs.values()) if isinstance(a, str) and a.startswith("<cpu")))
        for feature in cpu.findall("./feature"):
            if feature.get("name") not in case["features"]:
                raise PLAYED.make_libvirtError(PLAYED.libvirtError, "internal error: Unknown CPU feature %s" % feature.get("name"), error_code=1)
        return PLAYED.VIR_CPU_COMPARE_SUPERSET

    for name in ("compareCPU", "compareHypervisorCPU"):
        if hasattr(PLAYED.Connection, name):
            patch(PLAYED.Connection, name, compare)
    connections = []

    def connect(self):
        if not connections:
            connections.append(PLAYED.Connection("qemu:///system", version=case["libvirt"], hv_version=case["qemu"], host_info=info))
        return connections[0]

    patch(host.Host, "get_connection", connect)
    patch(host.Host, "get_online_cpus", lambda self: set(range(info.cpus)))
    patch(driver.LibvirtDriver, "_get_local_gb_info", staticmethod(lambda *a: {"total": 128, "used": 44, "free": 84}))
    for target, answer in (
        ("nova.privsep.utils.supports_direct_io", True),
        ("nova.privsep.qemu.unprivileged_qemu_img_info", None),
        ("os_brick.initiator.linuxscsi.LinuxSCSI.is_multipath_running", True),
        ("shutil.which", "/usr/bin/true"),
        ("pwd.getpwnam", True),
        ("grp.getgrnam", True),
        ("nova.pci.utils.get_function_by_ifname", (None, False)),
        ("nova.compute.utils.get_machine_ips", None),
        ("nova.virt.libvirt.utils.get_fs_info", {"total": 2**37, "used": 2**35, "free": 2**36}),
    ):
        try:
            mock.patch(target, return_value=[CONF.my_ip] if answer is None and target.endswith("ips") else answer).start()
        except AttributeError:
            pass  # not in this release
    for ability in ("supports_vtpm",):
        if hasattr(host.Host, ability):
            patch(host.Host, ability, property(lambda self: True))
    # Governors and online switches of CPUs.
    for target in ("nova.virt.libvirt.cpu.core.get_governor", "nova.virt.libvirt.cpu.core.set_governor", "nova.virt.libvirt.cpu.core.set_online",
                   "nova.virt.libvirt.cpu.core.set_offline", "nova.virt.libvirt.cpu.core.get_online"):
        try:
            mock.patch(target, return_value="performance" if target.endswith("get_governor") else True).start()
        except (AttributeError, ImportError):
            pass


def start(case):
    logged = []

    class Collector(logging.Handler):
        def emit(self, record):
            if record.levelno >= logging.ERROR:
                text = record.getMessage()
                if record.exc_info and record.exc_info[1] is not None:
                    text += " | %s: %s" % (type(record.exc_info[1]).__name__, record.exc_info[1])
                logged.append(text)

    file = os.path.join(STATE, "nova-%d.conf" % os.getpid())
    with open(file, "w", encoding="utf-8", newline="") as f:
        f.write(case["conf"])

    def patch(owner, name, value):
        mock.patch.object(owner, name, value).start()

    def started_logging(*args, **kwargs):
        root = logging.getLogger()
        root.handlers[:] = [Collector()]
        root.setLevel(logging.ERROR)
        play_libvirt(patch, case)

    play_placement(patch)
    patch(compute.logging, "setup", started_logging)
    patch(compute.gmr.TextGuruMeditation, "setup_autorun", lambda *a, **k: None)
    patch(compute.priv_context, "init", lambda *a, **k: None)
    patch(compute.conductor_rpcapi, "ConductorAPI", EmptyCell)
    patch(nova.conductor.api.API, "wait_until_ready", lambda *a, **k: None)
    patch(rpc, "get_server", lambda *a, **k: mock.Mock())
    patch(service, "serve", lambda server, **k: server.start())
    patch(service, "wait", lambda: None)
    for module in list(sys.modules.values()):
        for context in ("sys_admin_pctxt", "dacnet_admin_pctxt"):
            if getattr(module, "__name__", "").startswith("nova.") and hasattr(module, context):
                getattr(module, context).set_client_mode(False)
    sys.argv = ["nova-compute", "--config-file", file, "--config-dir", EMPTY]
    try:
        compute.main()
        return {"started": True, "error": None, "logged": logged}
    except BaseException as e:  # whatever nova dies of is the answer; SystemExit says nothing, its reason was logged
        reason = "%s: %s" % (type(e).__name__, e)
        return {"started": False, "error": reason if not isinstance(e, SystemExit) or not logged else logged[-1], "logged": logged}


def answer(case):
    """The start in a child: nova keeps much for as long as a process lives."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        try:
            try:
                data = json.dumps(start(case), default=str)
            except BaseException as e:
                data = json.dumps({"started": False, "error": "the judge failed: %r" % e, "logged": []})
            with os.fdopen(write, "w") as f:
                f.write(data)
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read) as f:
        data = f.read()
    os.waitpid(pid, 0)
    return data or json.dumps({"started": False, "error": "the judge died", "logged": []})


EMPTY = os.path.join(STATE, "conf.d")
os.mkdir(EMPTY)
print(json.dumps({"version": nova.version.version_string(), "state": STATE}), file=OUTPUT, flush=True)
for line in sys.stdin:
    print(answer(json.loads(line)), file=OUTPUT, flush=True)
