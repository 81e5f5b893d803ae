# isolated_cpus SET: what the kernel was booted with.
isolated_cpus() {
    isolated=$(line_of /sys/devices/system/cpu/isolated)
    if [ ! -r "$root/sys/devices/system/cpu/isolated" ]; then
        report kernel.isolated unknown "/sys/devices/system/cpu/isolated cannot be read"
    elif [ "$isolated" = "$1" ]; then
        report kernel.isolated ok "the isolated CPUs are ${1:-none}"
    else
        report kernel.isolated failed "the isolated CPUs are ${isolated:-none}, declared are ${1:-none}" \
            "pinned guests share CPUs with the host's own processes, or CPUs lie idle" "Boot with isolcpus=$1, or correct Host.Kernel.IsolatedCpus."
    fi
}
