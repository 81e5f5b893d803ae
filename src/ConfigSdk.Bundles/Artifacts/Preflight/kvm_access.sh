# kvm_access: that the group kvm, of which QEMU's user is a member, may open the device, or everybody.
kvm_access() {
    case $device_group:$device_permissions in
        *:) ;;
        kvm:???rw????) report kvm.access ok "the group kvm may use /dev/kvm" ;;
        *:??????rw?) report kvm.access ok "everybody may use /dev/kvm" ;;
        *) report kvm.access failed "/dev/kvm is $device_permissions $device_owner $device_group" \
            "QEMU, whose user is a member of kvm, may not open it: Could not access KVM kernel module: Permission denied" \
            "udevadm trigger --subsystem-match=misc --sysname-match=kvm. If that does not help, declare Host.Udev with the group kvm and mode 0660." ;;
    esac
}
