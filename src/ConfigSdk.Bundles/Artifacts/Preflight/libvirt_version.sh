# libvirt_version DECLARED: its library's file name has its version, 0.11003.0 for 11.3.0.
libvirt_version() {
    found=
    for library in "$root"/usr/lib/*/libvirt.so.0.*.* "$root"/usr/lib64/libvirt.so.0.*.* "$root"/usr/lib/libvirt.so.0.*.*; do
        number=${library##*/libvirt.so.0.}
        case $number in
            *[!0-9.]*) ;;
            *) found=$((${number%%.*} / 1000)).$((${number%%.*} % 1000)).${number#*.} ;;
        esac
    done
    case $found. in
        .) report libvirt.version unknown "libvirt's library is not found" ;;
        "$1".*) report libvirt.version ok "libvirt is $found" ;;
        *) report libvirt.version warning "libvirt is $found, declared is $1" \
            "CPU models, flags and what needs a newer libvirt were judged by the other version" "Declare the target with libvirt $found, or give the node libvirt $1." ;;
    esac
}
