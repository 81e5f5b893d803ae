# The permissions, owner and group of /dev/kvm. Below another root, by the accounts that are there.
device_permissions=
device_owner=
device_group=
# shellcheck disable=SC2034 # which of these are looked at depends on what is declared
if [ -e "$root/dev/kvm" ]; then
    # shellcheck disable=SC2012,SC2046 # ls is what POSIX has for this, and each field is a word
    set -- $(ls -ldn "$root/dev/kvm")
    device_permissions=$(printf '%.9s' "${1#?}")
    device_owner=$3
    device_group=$4
    device_owner_number=$3
    device_group_number=$4
    if [ -z "$root" ]; then
        # shellcheck disable=SC2012,SC2046
        set -- $(ls -ld /dev/kvm)
        device_owner=$3
        device_group=$4
    else
        name=$(awk -F: -v number="$device_owner" '$3 == number { print $1; exit }' "$root/etc/passwd" 2> /dev/null)
        device_owner=${name:-$device_owner}
        name=$(awk -F: -v number="$device_group" '$3 == number { print $1; exit }' "$root/etc/group" 2> /dev/null)
        device_group=${name:-$device_group}
    fi
fi

# kvm_device: whether it is there.
kvm_device() {
    [ -n "$device_permissions" ] && report kvm.device ok "/dev/kvm is there: $device_permissions $device_owner $device_group" ||
        report kvm.device failed "there is no /dev/kvm" "guests do not start: Could not access KVM kernel module: No such file or directory" \
            "modprobe kvm_intel or modprobe kvm_amd. What the kernel has against it: dmesg | grep -i kvm"
}
