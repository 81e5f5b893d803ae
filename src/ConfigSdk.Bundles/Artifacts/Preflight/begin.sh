#!/bin/sh
# @NODE@: is this machine what the node's declaration takes it for? Run it on the node; it changes nothing:
#
#   sh preflight.sh [--json] [--root DIR]
#
#   --json       prints one JSON object for programs
#   --root DIR   looks below DIR and runs nothing of the running system
#
# Exits with 1 if a check failed, with 2 if it was called wrongly, else with 0. What cannot be told is unknown, and no failure.
# Written by ConfigSdk. Change the declaration, not this file.
# shellcheck disable=SC2015 # report never fails, so A && report ok || report failed is an if
set -u
LC_ALL=C
export LC_ALL

node=@NODE@
json=
root=
usage() {
    printf '%s\n' "preflight.sh: $1; usage: sh preflight.sh [--json] [--root DIR]" >&2
    exit 2
}
while [ $# -gt 0 ]; do
    case $1 in
        --json) json=1 ;;
        --root)
            [ $# -gt 1 ] || usage "--root needs a directory"
            root=$2
            [ -d "$root" ] || usage "--root needs a directory, and '$root' is none"
            shift
            ;;
        *) usage "unknown argument '$1'" ;;
    esac
    shift
done

ok=0
warnings=0
failed=0
unknown=0

# What came from files may hold anything: what is not printable ASCII is shown as a question mark.
printable() {
    case $1 in
        *[!\ -~]*) printf '%s' "$1" | tr -c '\040-\176' '?' ;;
        *) printf '%s' "$1" ;;
    esac
}
quoted() {
    case $1 in
        *[!\ -~]* | *[\\\"]*) printf '"%s"' "$(printable "$1" | sed 's/[\\"]/\\&/g')" ;;
        *) printf '"%s"' "$1" ;;
    esac
}

# report ID ok|warning|failed|unknown FOUND [EFFECT REMEDY]: the last two only where something is wrong.
report() {
    case $2 in
        ok) ok=$((ok + 1)) ;;
        warning) warnings=$((warnings + 1)) ;;
        failed) failed=$((failed + 1)) ;;
        unknown) unknown=$((unknown + 1)) ;;
    esac
    if [ -n "$json" ]; then
        [ $((ok + warnings + failed + unknown)) -eq 1 ] || printf ',\n'
        printf '    {"id": %s, "status": "%s", "found": %s' "$(quoted "$1")" "$2" "$(quoted "$3")"
        [ -z "${4-}" ] || printf ', "effect": %s' "$(quoted "$4")"
        [ -z "${5-}" ] || printf ', "remedy": %s' "$(quoted "$5")"
        printf '}'
    else
        printf '%-8s %-28s %s\n' "$2" "$(printable "$1")" "$(printable "$3")"
        [ -z "${4-}" ] || printf '%-8s %-28s %s\n' '' '' "$(printable "$4")"
        [ -z "${5-}" ] || printf '%-8s %-28s -> %s\n' '' '' "$(printable "$5")"
    fi
}

# The first line of a file; empty if there is none.
line_of() {
    line=
    [ -r "$root$1" ] && read -r line 2> /dev/null < "$root$1"
    printf '%s' "$line"
}

[ -z "$json" ] || printf '{\n  "node": %s,\n  "checks": [\n' "$(quoted "$node")"
