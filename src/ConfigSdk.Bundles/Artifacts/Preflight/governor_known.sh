# governor_known OPTION NAME CPU: a governor that the kernel offers.
governor_known() {
    offered=$(line_of "/sys/devices/system/cpu/cpu$3/cpufreq/scaling_available_governors")
    case " $offered " in
        "  ") report "cpu.$1" unknown "cpu$3 does not tell which governors there are" ;;
        *" $2 "*) report "cpu.$1" ok "the kernel has the governor $2" ;;
        *) report "cpu.$1" failed "the kernel has no governor $2, which $1 names; it has: $offered" \
            "nova-compute does not start: the kernel refuses the name" "Name one of these, or load the module that has it: modprobe cpufreq_$2" ;;
    esac
}
