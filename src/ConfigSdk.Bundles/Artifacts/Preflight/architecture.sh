# architecture NAME: the architecture that was declared.
architecture() {
    machine=$(line_of /proc/sys/kernel/arch)
    [ -n "$machine" ] || [ -n "$root" ] || machine=$(uname -m)
    case $machine in
        '') report host.architecture unknown "the kernel does not say what architecture it is of" ;;
        "$1") report host.architecture ok "the kernel is of $1" ;;
        *) report host.architecture failed "the kernel is of $machine, declared is $1" \
            "everything about CPUs, machine types and firmware was judged for the other architecture" "Declare the target with the architecture $machine." ;;
    esac
}
