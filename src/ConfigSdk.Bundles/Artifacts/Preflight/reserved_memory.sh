# reserved_memory MIB: less than the node has.
reserved_memory() {
    total=$(sed -n 's/^MemTotal: *\([0-9]*\) kB$/\1/p' "$root/proc/meminfo" 2> /dev/null)
    if [ -z "$total" ]; then
        report memory.reserved unknown "/proc/meminfo cannot be read"
    elif [ "$1" -le $((total / 1024)) ]; then
        report memory.reserved ok "$1 of $((total / 1024)) MiB are reserved for the host"
    else
        report memory.reserved failed "$1 MiB are reserved for the host, which has $((total / 1024))" \
            "placement refuses what nova-compute reports, and no guest comes to the node" "Lower reserved_host_memory_mb."
    fi
}
