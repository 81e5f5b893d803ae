# libvirt_model NAME EFFECT: a model that libvirt's own map has.
libvirt_model() {
    if [ -r "$root/usr/share/libvirt/cpu_map/index.xml" ]; then
        map=$root/usr/share/libvirt/cpu_map
        set -- "$1" "$2" "$map"/*.xml
    elif [ -r "$root/usr/share/libvirt/cpu_map.xml" ]; then
        set -- "$1" "$2" "$root/usr/share/libvirt/cpu_map.xml"
    else
        report "libvirt.model.$1" unknown "libvirt's cpu_map is not found below /usr/share/libvirt"
        return
    fi
    model=$1
    effect=$2
    shift 2
    if grep -Fiq "<model name='$model'" "$@" || grep -Fiq "<model name=\"$model\"" "$@"; then
        report "libvirt.model.$model" ok "libvirt's map has the model $model"
    else
        report "libvirt.model.$model" failed "libvirt's map on this node has no model $model" "$effect" \
            "Name a model that it has: virsh cpu-models x86_64. Or bring the map to the build: the item CpuMap."
    fi
}
