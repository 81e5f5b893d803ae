#!/bin/sh
# cmp01: is this machine what the node's declaration takes it for? Run it on the node; it changes nothing:
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

node=cmp01
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

# architecture NAME: the architecture that was declared.
architecture() {
    machine=$(line_of /proc/sys/kernel/arch)
    [ -n "$machine" ] || [ -n "$root" ] || machine=$(uname -m)
    case $machine in
        '') report host.architecture unknown "the kernel does not say what architecture it is of" ;;
        "$1") report host.architecture ok "the kernel is of $1" ;;
        *) report host.architecture failed "the kernel is of $machine, declared is $1" \
            "everything about CPUs, machine types and firmware was judged for the other architecture" "Declare the target with the architecture $machine." ;;
    esac
}

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

# path_exists ID OPTION PATH EFFECT REMEDY: what an option relies on.
path_exists() {
    [ -s "$root$3" ] || [ -c "$root$3" ] || [ -d "$root$3" ] && report "$1" ok "$3 is there" || report "$1" failed "$3, which $2 relies on, is not there or is empty" "$4" "$5"
}

log=/var/log/nova/nova-compute.log
log_lines=
log_found=
if [ -r "$root$log" ]; then
    log_lines=$(tail -n 5000 "$root$log" | tr -c '\n\040-\176' '?' | grep -i -e error -e warn -e traceback -e exception -e invalid -e critical)
fi

# log_pattern ID TEXT EFFECT REMEDY: a message that is known, in the last 5000 lines of nova-compute's log.
log_pattern() {
    line=$(printf '%s\n' "$log_lines" | grep -F -e "$2" | tail -n 1)
    [ -n "$line" ] || return 0
    log_found=1
    report "log.$1" warning "$log has at $(printf '%.19s' "$line"): $2" "$3" "$4"
}

# log_end: whether there was a log, and nothing known in it.
log_end() {
    if [ ! -r "$root$log" ]; then
        report log unknown "$log is not there, or may not be read; where nova-compute logs to the journal: journalctl -u nova-compute"
    elif [ -z "$log_found" ]; then
        report log ok "no message in $log that is known to mean trouble"
    fi
}

host_name
architecture x86_64
nova_version 31 31.0.0
libvirt_version 10.10
path_exists guest.random rng_dev_path /dev/urandom 'guests that need it would fail to start' 'Correct rng_dev_path, or bring up the device.'
log_pattern cpu-lacks 'CPU doesn'\''t have compatibility' 'the host'\''s CPU lacks what cpu_models or cpu_model_extra_flags demand' 'The checks of CPU models above say which, and what this CPU lacks.'
log_pattern cpu-unknown 'is not correct, or your host CPU arch does not support this model' 'libvirt'\''s map on this node has no such model' 'The checks of CPU models above say which, and what this CPU lacks.'
log_pattern cpu-feature 'Unknown CPU feature' 'libvirt'\''s map on this node has no such flag' 'Take it out of cpu_model_extra_flags.'
log_pattern cpu-models-missing 'option is required when cpu_mode=custom' 'nova-compute did not see the declared cpu_models' 'Look at the check conf.other, and whether apply.sh has run.'
log_pattern cpu-models-extra 'option is not required when cpu_mode!=custom' 'nova-compute saw cpu_models beside another cpu_mode' 'Look at the check conf.other, and whether apply.sh has run.'
log_pattern libvirt-down 'Connection to libvirt failed' 'nova-compute could not reach libvirt'\''s daemon' 'systemctl status libvirtd virtqemud; connection_uri has to be one that this libvirt serves.'
log_pattern no-driver 'Compute driver option required, but not specified' 'nova-compute did not see the declared compute_driver' 'Look at the check conf.other, and whether apply.sh has run.'
log_end

if [ -n "$json" ]; then
    printf '\n  ],\n  "ok": %d,\n  "warnings": %d,\n  "failed": %d,\n  "unknown": %d\n}\n' "$ok" "$warnings" "$failed" "$unknown"
else
    printf '%s: %d ok, %d warnings, %d failed, %d unknown\n' "$node" "$ok" "$warnings" "$failed" "$unknown"
fi
[ "$failed" -eq 0 ]
