"""Starts the nova-compute of this system with a nova.conf and says whether it starts.

Reads a JSON object from each line of standard input: "id"; "conf", the text of a nova.conf; "libvirt" and "qemu", the versions as numbers; "models"
and "features", the CPU models and features that libvirt knows; "guests", the images of which guests are made on the node. Writes one JSON object for
each, in the order in which they end: "id"; "started"; "error", what ended the start; "guests", why there is none of an image (see make_guests.py);
"resources", the classes that the node reported to placement; "logged", the errors that nova logged and lived with.
The first line of the output has nova's version.

nova.cmd.compute.main() runs as it is, in a process of its own for each file, as many at a time as there are CPUs. What is not nova is played: an
empty cell behind the conductor, a message bus without messages, a placement that takes what it is told, and for libvirt the one that nova brings
for its own tests, on a host of 2 x 2 x 2 CPUs that can run every CPU model and has what a configuration may ask of a host.

With the argument "real", libvirt is not played: a libvirtd has to run here, and nova asks it, QEMU and this host (see in_root.sh).
"""
import atexit
import gc
import importlib
import json
import logging
import os
import shutil
import signal
import sys
import tempfile
import types
import warnings
from unittest import mock

from lxml import etree

warnings.simplefilter("ignore")
logging.raiseExceptions = False
IS_REAL = sys.argv[1:] == ["real"]
OUTPUT = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(os.open(os.devnull, os.O_RDWR), 1)  # libraries print
STATE = tempfile.mkdtemp(prefix="configsdk-nova-")
PARENT = os.getpid()
atexit.register(lambda: os.getpid() == PARENT and shutil.rmtree(STATE, ignore_errors=True))

import nova.cmd.compute as compute  # noqa: E402  first: it decides how nova runs
import nova.conf  # noqa: E402
import nova.version  # noqa: E402
from nova import exception, objects, rpc, service  # noqa: E402
from nova.compute import provider_tree  # noqa: E402
from nova.objects import base  # noqa: E402
from nova.scheduler.client import report  # noqa: E402
from nova.virt.libvirt import driver, host  # noqa: E402

CONF = nova.conf.CONF
CASE = {}  # of a child: what it judges
RESOURCES = set()  # of a child: what its nova reported
SERVERS = []  # of a child: its nova
ORIGINALS = {}  # what was there before it was played
# What every start would import, once for all.
for name in ("nova.compute.manager", "nova.conductor.api", "vif_plug_ovs.ovs", "vif_plug_linux_bridge.linux_bridge", "vif_plug_noop.noop",
             "os_vif.internal.ip.api", "oslo_messaging._drivers.impl_rabbit", "nova.servicegroup.drivers.db", "oslo_limit.limit", "oslo_policy.policy",
             "ovsdbapp.backend.ovs_idl.connection", "nova.network.neutron", "nova.image.glance", "nova.volume.cinder", "nova.keymgr.conf_key_mgr",
             "castellan.key_manager", "glanceclient.client", "openstack.connection", "openstack.placement.placement_service",
             "keystoneauth1.loading._plugins.identity.generic", "oslo_reports.guru_meditation_report",
             "nova.virt.libvirt.volume.volume", "nova.virt.libvirt.volume.net", "nova.virt.libvirt.volume.iscsi", "nova.virt.libvirt.volume.fibrechannel"):
    try:
        importlib.import_module(name)
    except Exception:  # not beside this release
        pass
objects.register_all()


def unpatched(name):
    """A module as it is without eventlet, on which older novas run: this process only waits for its children."""
    return sys.modules["eventlet.patcher"].original(name) if "eventlet.patcher" in sys.modules else importlib.import_module(name)


OS = unpatched("os")
SELECT = unpatched("select")


def load_played_libvirt():
    """nova's fake of libvirt, without the test packages around it, which want what Debian's package does not depend on."""
    import nova.tests
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


def play(target, answer):
    """Puts an answer in the place of what the dotted name leads to; a release that has no such thing stays as it is."""
    owner, _, name = target.rpartition(".")
    module, _, rest = owner, "", ""
    while module:
        try:
            found = importlib.import_module(module)
            break
        except ImportError:
            module, _, last = module.rpartition(".")
            rest = last + ("." + rest if rest else "")
    for part in rest.split(".") if rest else ():
        found = getattr(found, part, None)
    if found is not None and hasattr(found, name):
        ORIGINALS[target] = getattr(found, name)
        setattr(found, name, answer)


def play_services():
    """All that nova-compute talks to, but the hypervisor."""
    trees = []

    def tree(self, context, uuid, name=None, parent_provider_uuid=None):
        if not trees:
            trees.append(provider_tree.ProviderTree())
            trees[0].new_root(name or uuid, uuid, generation=0)
        self._provider_tree = trees[0]
        return trees[0]

    def update(self, context, new, allocations=None):
        trees[:] = [new]
        for uuid in new.get_provider_uuids():
            RESOURCES.update(new.data(uuid).inventory)

    client = "nova.scheduler.client.report.SchedulerReportClient."
    play(client + "_create_client", lambda self, *a, **k: types.SimpleNamespace(additional_headers={}))
    play(client + "get_provider_tree_and_ensure_root", tree)
    play(client + "get_provider_subtree_and_ensure_root", tree)
    play(client + "update_from_provider_tree", update)
    play(client + "get_allocations_for_provider_tree", lambda self, *a, **k: {})
    play(client + "get_allocations_for_resource_provider", lambda self, *a, **k: report.ProviderAllocInfo(allocations={}))
    play(client + "get_allocs_for_consumer", lambda self, *a, **k: {"allocations": {}})
    play("nova.conductor.rpcapi.ConductorAPI", EmptyCell)
    play("nova.conductor.api.API.wait_until_ready", lambda *a, **k: None)
    play("nova.rpc.get_server", lambda *a, **k: mock.NonCallableMock(spec=["start", "stop", "wait"]))
    # The service runs in this process, and its privileged parts, too.
    compute.gmr.TextGuruMeditation.setup_autorun = lambda *a, **k: None
    compute.priv_context.init = lambda *a, **k: None
    service.serve = lambda server, **k: (SERVERS.append(server), server.start())
    service.wait = lambda: None
    for module in list(sys.modules.values()):
        for context in ("sys_admin_pctxt", "dacnet_admin_pctxt", "default", "vif_plug"):
            held = getattr(module, context, None) if getattr(module, "__name__", "").split(".")[0] in ("nova", "os_brick", "vif_plug_ovs", "vif_plug_linux_bridge") else None
            if hasattr(held, "set_client_mode"):
                held.set_client_mode(False)


def play_libvirt():
    """The hypervisor and its host."""
    played = load_played_libvirt()
    info = played.HostInfo(cpu_nodes=2, cpu_sockets=1, cpu_cores=2, cpu_threads=2, kB_mem=16 * 1024 * 1024)
    (getattr(played, "LibvirtFixture", None) or played.FakeLibvirtFixture)().setUp()
    connections = []

    def connect(self):
        if not connections:
            # Where guests are Virtuozzo's, so is the version; the case names none.
            hypervisor = 7_000_000 if CONF.libvirt.virt_type == "parallels" else CASE["qemu"]
            connections.append(played.Connection("qemu:///system", version=CASE["libvirt"], hv_version=hypervisor, host_info=info))
        return connections[0]

    def compare(self, *args, **kwargs):
        """What a host can run is no matter of its configuration; what libvirt cannot read, it refuses."""
        cpu = etree.fromstring(next(a for a in list(args) + list(kwargs.values()) if isinstance(a, str) and a.startswith("<cpu")))
        for feature in cpu.findall("./feature"):
            if feature.get("name") not in CASE["features"]:
                raise played.make_libvirtError(played.libvirtError, "internal error: Unknown CPU feature %s" % feature.get("name"), error_code=1)
        return played.VIR_CPU_COMPARE_SUPERSET

    played.Connection.getCPUModelNames = lambda self, arch: list(CASE["models"])
    for name in ("compareCPU", "compareHypervisorCPU"):
        if hasattr(played.Connection, name):
            setattr(played.Connection, name, compare)
    host.Host.get_connection = connect
    host.Host.get_online_cpus = lambda self: set(range(info.cpus))
    driver.LibvirtDriver._get_local_gb_info = staticmethod(local_disk)
    play("nova.virt.libvirt.host.Host.supports_vtpm", property(lambda self: True))
    play("nova.privsep.utils.supports_direct_io", lambda *a: True)
    play("nova.privsep.qemu.unprivileged_qemu_img_info", lambda *a, **k: None)
    play("nova.compute.utils.get_machine_ips", lambda: [CONF.my_ip])
    play("nova.privsep.libvirt.get_pmem_namespaces", lambda: json.dumps(
        [{"name": "ns%d" % i, "size": 2**30, "daxregion": {"align": 2**21, "devices": [{"chardev": "dax0.%d" % i}]}} for i in range(4)]))
    play("nova.virt.libvirt.utils.get_fs_info", lambda *a: {"total": 2**37, "used": 2**35, "free": 2**36})
    play("os_brick.initiator.linuxscsi.LinuxSCSI.is_multipath_running", lambda *a, **k: True)
    play("shutil.which", lambda *a, **k: "/usr/bin/true")
    # Governors and online switches of CPUs.
    for name, value in (("get_governor", "performance"), ("set_governor", True), ("get_online", True), ("set_online", True), ("set_offline", True)):
        play("nova.virt.libvirt.cpu.core." + name, lambda *a, _value=value, **k: _value)


def local_disk(*args):
    """The space for disks. Whatever holds them is there, but for a volume group or a directory of no name."""
    if CONF.libvirt.images_type == "lvm" and not CONF.libvirt.images_volume_group:
        raise RuntimeError("no volume group is named")
    if CONF.libvirt.images_type not in ("lvm", "rbd") and not CONF.instances_path:
        OS.statvfs(CONF.instances_path)
    return {"total": 128, "used": 44, "free": 84}


def copy_cpus():
    """CPUs of the child's own: what one start switches off is on for the next. Only where they are made up."""
    import ctypes
    libc = ctypes.CDLL(None, use_errno=True)
    new_mounts, private_all, bind = 0x00020000, (1 << 18) | 0x4000, 0x1000
    if libc.unshare(new_mounts) or libc.mount(b"none", b"/", None, private_all, None):
        raise OSError(ctypes.get_errno(), "unshare")
    own = tempfile.mkdtemp(prefix="cpus-", dir=STATE)
    shutil.copytree("/sys/devices/system/cpu", own + "/cpu", symlinks=True)
    if libc.mount((own + "/cpu").encode(), b"/sys/devices/system/cpu", None, bind, None):
        raise OSError(ctypes.get_errno(), "mount")


class Collector(logging.Handler):
    def __init__(self, logged):
        logging.Handler.__init__(self, logging.ERROR)
        self.logged = logged

    def emit(self, record):
        text = record.getMessage()
        if record.exc_info and record.exc_info[1] is not None:
            text += " | %s: %s" % (type(record.exc_info[1]).__name__, record.exc_info[1])
        self.logged.append(text)


def start(case):
    """What becomes of a nova-compute. Nothing of it lasts: this is a child of its own."""
    logged = []
    CASE.update(case)
    file = os.path.join(STATE, "nova-%d.conf" % os.getpid())
    with open(file, "w", encoding="utf-8", newline="") as f:
        f.write(case["conf"])

    def started_logging(*args, **kwargs):
        root = logging.getLogger()
        root.handlers[:] = [Collector(logged)]
        root.setLevel(logging.ERROR)

    compute.logging.setup = started_logging
    sys.argv = ["nova-compute", "--config-file", file, "--config-dir", EMPTY]
    try:
        compute.main()
        return {"started": True, "error": None, "guests": list(make_guests(SERVERS[0].manager.driver, case["guests"], IS_REAL))}, logged  # noqa: F821
    except BaseException as e:  # whatever nova dies of is the answer; SystemExit says nothing, its reason was logged
        reason = "%s: %s" % (type(e).__name__, e)
        return {"started": False, "guests": [], "error": reason if not isinstance(e, SystemExit) or not logged else logged[-1]}, logged
    finally:
        os.unlink(file)


def child(case, write):
    OS.dup2(OS.open(OS.devnull, OS.O_RDWR), 0)
    signal.alarm(90)  # who hangs does not run
    try:
        if "eventlet" in sys.modules:
            sys.modules["eventlet"].hubs.use_hub()
        if IS_REAL:
            copy_cpus()
        verdict, logged = start(case)
    except BaseException as e:
        verdict, logged = {"started": False, "guests": [], "error": "the judge failed: %r" % e}, []
    verdict.update(id=case["id"], resources=sorted(RESOURCES), logged=logged)
    data = (json.dumps(verdict, default=str) + "\n").encode()
    while data:
        data = data[OS.write(write, data):]


def main():
    play_services()
    if not IS_REAL:
        play_libvirt()
    gc.collect()
    gc.freeze()  # children share what is there
    print(json.dumps({"version": nova.version.version_string(), "state": STATE}), file=OUTPUT, flush=True)
    jobs = OS.cpu_count()
    rest, ends, waiting, running = b"", False, [], {}
    while waiting or running or not ends:
        while waiting and len(running) < jobs:
            case = json.loads(waiting.pop(0))
            read, write = OS.pipe()
            pid = OS.fork()
            if pid == 0:
                OS.close(read)
                child(case, write)
                OS._exit(0)
            OS.close(write)
            running[read] = (pid, case["id"], [])
        ready, _, _ = SELECT.select(list(running) + ([] if ends else [0]), [], [])
        for source in ready:
            data = OS.read(source, 1 << 16)
            if source == 0:
                ends = not data
                *lines, rest = (rest + data).split(b"\n")
                waiting += lines
            elif data:
                running[source][2].append(data)
            else:
                pid, number, parts = running.pop(source)
                OS.close(source)
                OS.waitpid(pid, 0)
                died = json.dumps({"id": number, "started": False, "guests": [], "error": "the judge died", "resources": [], "logged": []}) + "\n"
                OUTPUT.write(b"".join(parts).decode() or died)
                OUTPUT.flush()


EMPTY = os.path.join(STATE, "conf.d")
os.mkdir(EMPTY)
os.mkdir(os.path.join(STATE, "instances"))  # nova's package makes it on a node
main()
