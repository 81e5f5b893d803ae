# cpu_vendor NAME ID...: the vendor that was declared.
cpu_vendor() {
    vendor=$1
    shift
    id=$(sed -n 's/^vendor_id[[:space:]]*:[[:space:]]*//p' "$root/proc/cpuinfo" 2> /dev/null | head -n 1)
    case " $* " in
        *" $id "*) [ -n "$id" ] && report cpu.vendor ok "the CPU is of $vendor" || report cpu.vendor unknown "/proc/cpuinfo names no vendor" ;;
        *) [ -n "$id" ] && report cpu.vendor failed "the CPU says $id, declared is $vendor" \
            "modules and CPU models were judged for the other vendor" "Correct Host.Cpu." || report cpu.vendor unknown "/proc/cpuinfo names no vendor" ;;
    esac
}
