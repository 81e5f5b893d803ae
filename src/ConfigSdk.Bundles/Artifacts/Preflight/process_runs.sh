# process_runs NAME OPTION EFFECT REMEDY: a daemon.
process_runs() {
    running=
    for comm in "$root"/proc/[0-9]*/comm; do
        { read -r line < "$comm"; } 2> /dev/null && [ "$line" = "$1" ] && running=1
    done
    [ -n "$running" ] && report "process.$1" ok "$1 runs" || report "process.$1" failed "$1 does not run, which $2 demands" "$3" "$4"
}
