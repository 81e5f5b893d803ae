# cpu_count NUMBER: how many CPUs there are.
cpu_count() {
    present=$(line_of /sys/devices/system/cpu/present)
    count=$(printf '%s\n' "$present" | tr , '\n' | awk -F- 'NF { count += ($2 == "" ? $1 : $2) - $1 + 1 } END { print count + 0 }')
    if [ -z "$present" ]; then
        report cpu.count unknown "/sys/devices/system/cpu/present cannot be read"
    elif [ "$count" -eq "$1" ]; then
        report cpu.count ok "there are $1 CPUs"
    else
        report cpu.count failed "there are $count CPUs, declared are $1" "sets of CPUs were judged by another number" "Correct Host.Cpus."
    fi
}
