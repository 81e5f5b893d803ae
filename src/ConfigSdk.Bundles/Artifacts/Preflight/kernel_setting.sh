# kernel_setting KEY PATH VALUE: what the kernel was set to, by the path below /proc/sys.
kernel_setting() {
    set=$(line_of "/proc/sys/$2" | tr -s ' \t' ' ')
    if [ ! -d "$root/proc/sys/kernel" ]; then
        report "sysctl.$1" unknown "/proc/sys cannot be read"
    elif [ ! -e "$root/proc/sys/$2" ]; then
        report "sysctl.$1" failed "the kernel has no setting $1, declared is $3" "what needs it does not work" \
            "Load the module that brings it, then set it: sysctl -p /etc/sysctl.d/70-nova-compute.conf. Or correct Host.Sysctl."
    elif [ -z "$set" ]; then
        report "sysctl.$1" unknown "the kernel shows nothing of the setting $1"
    elif [ "$set" = "$3" ]; then
        report "sysctl.$1" ok "$1 is $set"
    else
        report "sysctl.$1" failed "$1 is $set, declared is $3" "the kernel behaves otherwise than declared" \
            "Set it: sysctl -p /etc/sysctl.d/70-nova-compute.conf. If it does not last, a file that is read later says otherwise: look below /etc/sysctl.d and in /etc/sysctl.conf."
    fi
}
