newline='
'

# governors CPUS: with the strategy cpu_state, nova wants one governor for all dedicated CPUs.
governors() {
    found=$(for cpu in $1; do line_of "/sys/devices/system/cpu/cpu$cpu/cpufreq/scaling_governor"; printf '\n'; done | sort -u | grep .)
    case $found in
        '') report cpu.governors unknown "the dedicated CPUs show no governors" ;;
        *"$newline"*) report cpu.governors failed "the dedicated CPUs have different governors: $(printf '%s' "$found" | tr '\n' ' ')" \
            "nova-compute does not start: InvalidConfiguration" "Give them one: cpupower frequency-set -g performance" ;;
        *) report cpu.governors ok "the dedicated CPUs have the governor $found" ;;
    esac
}
