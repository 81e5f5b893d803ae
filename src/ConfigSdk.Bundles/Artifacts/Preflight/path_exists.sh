# path_exists ID OPTION PATH EFFECT REMEDY: what an option relies on.
path_exists() {
    [ -s "$root$3" ] || [ -c "$root$3" ] || [ -d "$root$3" ] && report "$1" ok "$3 is there" || report "$1" failed "$3, which $2 relies on, is not there or is empty" "$4" "$5"
}
