# python_modules NAME...: modules of Python that nova needs for disks in Ceph.
python_modules() {
    for name in "$@"; do
        found=
        for file in "$root"/usr/lib/python3*/*-packages/"$name"[./-]* "$root"/usr/lib64/python3*/*-packages/"$name"[./-]* "$root"/usr/lib/python2*/*-packages/"$name"[./-]* "$root"/usr/lib/python3*/*-packages/"$name"; do
            [ -e "$file" ] && found=1
        done
        [ -n "$found" ] && report "python.$name" ok "Python has the module $name" || report "python.$name" failed "Python has no module $name" \
            "nova-compute reports no resources, and no guest starts: images_type is rbd" "Install python3-$name."
    done
}
