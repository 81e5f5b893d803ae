# kernel_module NAME STATUS EFFECT: a module that is loaded, or is part of the kernel; else with this status.
kernel_module() {
    kernel=$(line_of /proc/sys/kernel/osrelease)
    [ -n "$kernel" ] || [ -n "$root" ] || kernel=$(uname -r)
    file=$(printf '%s' "$1" | sed 's/[-_]/[-_]/g')
    if [ -d "$root/sys/module/$1" ] || grep -q "^$1 " "$root/proc/modules" 2> /dev/null; then
        report "module.$1" ok "$1 is loaded"
    elif [ ! -r "$root/proc/modules" ]; then
        report "module.$1" unknown "/proc/modules cannot be read"
    elif [ -n "$kernel" ] && grep -qs "/$file\.ko" "$root/lib/modules/$kernel/modules.builtin"; then
        report "module.$1" ok "$1 is part of the kernel"
    elif [ -n "$kernel" ] && [ -r "$root/lib/modules/$kernel/modules.dep" ] && ! grep -q "/$file\.ko[.a-z0-9]*:" "$root/lib/modules/$kernel/modules.dep"; then
        report "module.$1" failed "$1 is not loaded, and the kernel $kernel has no module of this name" "$3" \
            "Install the package that brings it for this kernel, correct the name, or boot the kernel that has it."
    else
        report "module.$1" "$2" "$1 is not loaded" "$3" "modprobe $1"
    fi
}
