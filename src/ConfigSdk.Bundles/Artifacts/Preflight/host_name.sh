# host_name: a bundle that is on another node than its own.
host_name() {
    name=$(line_of /etc/hostname)
    [ -n "$root" ] || name=$(uname -n)
    case $name in
        '') report host.name unknown "/etc/hostname cannot be read" ;;
        "$node" | "${node%%.*}" | "$node".*) report host.name ok "this is $name" ;;
        *) report host.name warning "this is $name, and the bundle is of $node" \
            "nova-compute would register under this machine's name, with the settings of another" "Take the bundle of $name, or give the node the name that the machine has." ;;
    esac
}
