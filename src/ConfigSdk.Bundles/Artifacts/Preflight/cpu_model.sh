# The same names without punctuation: libvirt writes sse4.1 and avx512vnni for the kernel's sse4_1 and avx512_vnni.
bare_flags=$(printf '%s' "$cpu_flags" | tr -d '_.-')

# cpu_has NAME...: whether one of the names is a flag of the host's CPU.
cpu_has() {
    for name in "$@"; do
        case $bare_flags in
            *" $(printf '%s' "$name" | tr -d '_.-') "*) return 0 ;;
        esac
    done
    return 1
}

# cpu_model ID WHAT EFFECT FEATURE...: what guests are given, against what the host's CPU has. A feature is its name and its other names, with a
# slash between them; behind a question mark are those that /proc/cpuinfo need not show.
cpu_model() {
    id=$1
    what=$2
    effect=$3
    shift 3
    lacking=
    unseen=
    for feature in "$@"; do
        # shellcheck disable=SC2046 # each name is a word
        cpu_has $(printf '%s' "${feature#\?}" | tr / ' ') && continue
        first=${feature#\?}
        first=${first%%/*}
        case $feature in
            \?*) unseen="$unseen $first" ;;
            *) lacking="$lacking $first" ;;
        esac
    done
    if [ "$cpu_flags" = "  " ]; then
        report "$id" unknown "/proc/cpuinfo cannot be read, or has no flags"
    elif [ -n "$lacking" ]; then
        report "$id" failed "the CPU lacks, for $what:$lacking" "$effect" "Name a model up to the host's own: virsh domcapabilities --virttype kvm lists those that are usable."
    elif [ -n "$unseen" ]; then
        report "$id" unknown "/proc/cpuinfo shows all that it always does of $what; whether there is also$unseen, it does not tell" "" \
            "Ask libvirt: virsh domcapabilities --virttype kvm"
    else
        report "$id" ok "the CPU has all of $what"
    fi
}
