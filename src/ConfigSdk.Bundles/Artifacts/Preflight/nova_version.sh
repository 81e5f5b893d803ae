# nova_version SERIES TAG: nova's package for Python has its version in a name.
nova_version() {
    found=
    for info in "$root"/usr/lib/python3*/*-packages/nova-[0-9]*-info "$root"/usr/lib/python3*/*-packages/nova-[0-9]*.egg-info "$root"/usr/lib/python2*/*-packages/nova-[0-9]*-info; do
        [ -e "$info" ] || continue
        found=${info##*/nova-}
        found=${found%.egg-info}
        found=${found%.dist-info}
        found=${found%-py*}
    done
    case $found. in
        .) report nova.version unknown "nova's Python package is not found" ;;
        "$1".*) report nova.version ok "nova is $found" ;;
        *) report nova.version failed "nova is $found, declared is $2" \
            "options that this release does not have are ignored in silence, and defaults differ" "Declare the target with nova $found, or give the node nova $2." ;;
    esac
}
