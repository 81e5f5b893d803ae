# kvm_permission owner|group|mode FOUND DECLARED: one of the device's permissions.
kvm_permission() {
    [ -n "$device_permissions" ] || return 0
    if [ "$2" = "$3" ]; then
        report "kvm.$1" ok "the $1 of /dev/kvm is $2"
    else
        report "kvm.$1" failed "the $1 of /dev/kvm is $2, declared is $3" \
            "QEMU may not open it: Could not access KVM kernel module: Permission denied" \
            "udevadm control --reload && udevadm trigger --subsystem-match=misc --sysname-match=kvm"
    fi
}
