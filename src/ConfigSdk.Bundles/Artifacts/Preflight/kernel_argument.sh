# kernel_argument ARGUMENT REMEDY: an argument that the kernel was booted with, to which - and _ in names are the same.
kernel_argument() {
    name=$(printf '%s' "${1%%=*}" | tr - _)
    # What stands in quotes belongs to one argument, and what stands behind -- is init's.
    given=$(line_of /proc/cmdline | sed 's/"[^"]*"/"/g' | awk -v name="$name" '
        { for (i = 1; i <= NF && $i != "--"; i++) { key = $i; sub(/=.*/, "", key); gsub(/-/, "_", key); if (key == name) printf " %s", $i } }')
    status=failed
    set -f
    for word in $given; do
        [ "${word#"${word%%=*}"}" != "${1#"${1%%=*}"}" ] || status=ok
    done
    set +f
    if [ ! -r "$root/proc/cmdline" ]; then
        report "kernel.argument.$name" unknown "/proc/cmdline cannot be read"
    elif [ "$status" = ok ]; then
        report "kernel.argument.$name" ok "the kernel was booted with $1"
    else
        report "kernel.argument.$name" failed "the kernel was booted ${given:+with$given, }without $1" "it runs otherwise than declared" "$2"
    fi
}
