cpu_flags=" $(sed -n 's/^flags[[:space:]]*:[[:space:]]*//p' "$root/proc/cpuinfo" 2> /dev/null | head -n 1) "
