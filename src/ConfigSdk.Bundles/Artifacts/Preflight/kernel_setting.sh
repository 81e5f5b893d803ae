# kernel_setting PATH VALUE: a setting below /proc/sys.
kernel_setting() {
    set=$(line_of "/proc/sys/$1" | tr -s ' \t' ' ')
    if [ ! -d "$root/proc/sys/kernel" ]; then
        report "sysctl.$1" unknown "/proc/sys cannot be read"
    elif [ ! -e "$root/proc/sys/$1" ]; then
        report "sysctl.$1" failed "the kernel has no setting $1, declared is $2" "what needs it does not work" \
            "Load the module that brings it, then set it by sysctl -p /etc/sysctl.d/70-nova-compute.conf. Or correct Host.Sysctl."
    elif [ -z "$set" ]; then
        report "sysctl.$1" unknown "the kernel shows nothing of the setting $1"
    elif [ "$set" = "$2" ]; then
        report "sysctl.$1" ok "$1 is $set"
    else
        report "sysctl.$1" failed "$1 is $set, declared is $2" "the kernel behaves otherwise than declared" \
            "sysctl -p /etc/sysctl.d/70-nova-compute.conf. If it does not last, a file that is read later says otherwise: look below /etc/sysctl.d and in /etc/sysctl.conf."
    fi
}
