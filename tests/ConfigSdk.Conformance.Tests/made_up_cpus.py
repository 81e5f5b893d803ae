"""Writes cpu/ and node/ of a made-up /sys/devices/system into a folder: 2 NUMA nodes of 1 socket with 2 cores of 2 threads and 8 GiB each.

A real libvirt and a real nova that find it mounted there see such a host, and can switch its CPUs and set its governors. CPUs are numbered as x86
servers number them: the first threads of all cores, then their siblings. The sizes are those of the host that start_nova.py plays.
"""
import os
import sys

NODES, CORES, THREADS, MEMORY_KB = 2, 2, 2, 8 * 1024 * 1024
ALL_CORES = NODES * CORES


def main(folder):
    def write(path, text):
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="ascii") as file:
            file.write("%s\n" % text)

    def link(path, target):
        os.symlink(target, os.path.join(folder, path))

    def mask(cpus):
        return "%08x" % sum(1 << cpu for cpu in cpus)

    def listed(cpus):
        return ",".join(map(str, sorted(cpus)))

    cpus = {thread * ALL_CORES + core: core for core in range(ALL_CORES) for thread in range(THREADS)}
    for name in ("present", "possible", "online"):
        write("cpu/" + name, "0-%d" % (len(cpus) - 1))
    for name in ("offline", "isolated", "nohz_full"):
        write("cpu/" + name, "")
    write("cpu/kernel_max", 8191)
    write("cpu/smt/active", 1)
    write("cpu/smt/control", "on")
    for name in ("online", "possible", "has_cpu", "has_memory", "has_normal_memory"):
        write("node/" + name, "0-%d" % (NODES - 1))

    for cpu, core in cpus.items():
        node, path = core // CORES, "cpu/cpu%d/" % cpu
        siblings = [c for c in cpus if cpus[c] == core]
        package = [c for c in cpus if cpus[c] // CORES == node]
        if cpu:  # the first one of a machine cannot be switched
            write(path + "online", 1)
        for name, value in (("physical_package_id", node), ("die_id", 0), ("cluster_id", 65535), ("core_id", core % CORES)):
            write(path + "topology/" + name, value)
        for names, group in ((("thread_siblings", "core_cpus"), siblings), (("core_siblings", "package_cpus", "die_cpus"), package)):
            for name in names:
                write(path + "topology/" + name, mask(group))
                write(path + "topology/" + name + "_list", listed(group))
        for index, (level, kind, size, group) in enumerate((
                (1, "Data", "32K", siblings), (1, "Instruction", "32K", siblings), (2, "Unified", "1024K", siblings), (3, "Unified", "16384K", package))):
            cache = path + "cache/index%d/" % index
            for name, value in (("level", level), ("type", kind), ("size", size), ("id", node if level == 3 else core), ("coherency_line_size", 64),
                                ("shared_cpu_list", listed(group)), ("shared_cpu_map", mask(group))):
                write(cache + name, value)
        write(path + "cpufreq/scaling_governor", "performance")
        write(path + "cpufreq/scaling_available_governors", "performance powersave")
        link("cpu/cpu%d/node%d" % (cpu, node), "../../node/node%d" % node)

    for node in range(NODES):
        own, path = [c for c in cpus if cpus[c] // CORES == node], "node/node%d/" % node
        write(path + "cpulist", listed(own))
        write(path + "cpumap", mask(own))
        write(path + "distance", " ".join("10" if other == node else "20" for other in range(NODES)))
        lines = [("MemTotal", MEMORY_KB), ("MemFree", MEMORY_KB // 2), ("MemUsed", MEMORY_KB // 2)]
        write(path + "meminfo", "\n".join(
            ["Node %d %s: %d kB" % (node, name, value) for name, value in lines] + ["Node %d HugePages_%s: 64" % (node, name) for name in ("Total", "Free")]))
        for size, count in ((2048, 64), (1048576, 2)):
            pages = path + "hugepages/hugepages-%dkB/" % size
            for name, value in (("nr_hugepages", count), ("free_hugepages", count), ("surplus_hugepages", 0)):
                write(pages + name, value)
        for cpu in own:
            link("node/node%d/cpu%d" % (node, cpu), "../../cpu/cpu%d" % cpu)


main(sys.argv[1])
