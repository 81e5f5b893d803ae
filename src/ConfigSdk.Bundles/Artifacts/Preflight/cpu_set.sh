# cpu_set ID OPTION CPUS LIST: that the kernel's list (online or present) has the option's CPUs.
cpu_set() {
    list=$(line_of "/sys/devices/system/cpu/$4")
    missing=$(printf '%s\n%s\n' "$list" "$3" | awk '
        function read_set(text, set,    n, i, parts, ends, c) {
            n = split(text, parts, ",")
            for (i = 1; i <= n; i++) {
                split(parts[i], ends, "-")
                if (ends[2] == "") ends[2] = ends[1]
                for (c = ends[1] + 0; c <= ends[2] + 0; c++) set[c] = 1
            }
        }
        NR == 1 { read_set($0, there) }
        NR == 2 {
            n = split($0, parts, ",")
            for (i = 1; i <= n; i++) {
                split(parts[i], ends, "-")
                if (ends[2] == "") ends[2] = ends[1]
                for (c = ends[1] + 0; c <= ends[2] + 0; c++) if (!(c in there)) missing = missing " " c
            }
            print missing
        }')
    if [ -z "$list" ]; then
        report "$1" unknown "/sys/devices/system/cpu/$4 cannot be read"
    elif [ -n "$missing" ]; then
        report "$1" failed "not $4, and in $2:$missing" \
            "nova-compute starts and reports no CPUs: one or more of the configured CPUs is not $4" "Bring them online: echo 1 > /sys/devices/system/cpu/cpuN/online. Or leave them out of $2."
    else
        report "$1" ok "all CPUs of $2 are $4"
    fi
}
