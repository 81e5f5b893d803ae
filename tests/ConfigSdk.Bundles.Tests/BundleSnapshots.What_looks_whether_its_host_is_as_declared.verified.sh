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

cpu_flags=" $(sed -n 's/^flags[[:space:]]*:[[:space:]]*//p' "$root/proc/cpuinfo" 2> /dev/null | head -n 1) "

# cpu_virtualization: svm or vmx, without which there is no KVM.
cpu_virtualization() {
    case $cpu_flags in
        "  ") report cpu.virtualization unknown "/proc/cpuinfo cannot be read, or has no flags" ;;
        *" vmx "*) report cpu.virtualization ok "the CPU has vmx" ;;
        *" svm "*) report cpu.virtualization ok "the CPU has svm" ;;
        *" hypervisor "*) report cpu.virtualization failed "neither vmx nor svm is among the flags of /proc/cpuinfo, and this is a virtual machine" \
            "KVM does not load, and guests do not start under it" \
            "Let the hypervisor below pass virtualization on: nested=1 for its kvm_intel or kvm_amd, and a CPU model that has vmx or svm. Or declare VirtType.Qemu." ;;
        *) report cpu.virtualization failed "neither vmx nor svm is among the flags of /proc/cpuinfo" \
            "KVM does not load, and guests do not start under it" \
            "Switch virtualization on in the BIOS (VT, VT-x, VMX, AMD-V, SVM) and power the machine off and on. A CPU that has none needs VirtType.Qemu." ;;
    esac
}

# cpu_vendor NAME ID...: the vendor that was declared.
cpu_vendor() {
    vendor=$1
    shift
    id=$(sed -n 's/^vendor_id[[:space:]]*:[[:space:]]*//p' "$root/proc/cpuinfo" 2> /dev/null | head -n 1)
    case " $* " in
        *" $id "*) [ -n "$id" ] && report cpu.vendor ok "the CPU is of $vendor" || report cpu.vendor unknown "/proc/cpuinfo names no vendor" ;;
        *) [ -n "$id" ] && report cpu.vendor failed "the CPU says $id, declared is $vendor" \
            "modules and CPU models were judged for the other vendor" "Correct Host.Cpu." || report cpu.vendor unknown "/proc/cpuinfo names no vendor" ;;
    esac
}

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

# kernel_module NAME STATUS EFFECT: a module that is loaded, or is part of the kernel; else with this status.
kernel_module() {
    kernel=$(line_of /proc/sys/kernel/osrelease)
    [ -n "$kernel" ] || [ -n "$root" ] || kernel=$(uname -r)
    file=$(printf '%s' "$1" | sed 's/[-_]/[-_]/g')
    if [ -d "$root/sys/module/$1" ] || grep -q "^$1 " "$root/proc/modules" 2> /dev/null; then
        report "module.$1" ok "$1 is loaded"
    elif [ ! -r "$root/proc/modules" ]; then
        report "module.$1" unknown "/proc/modules cannot be read"
    elif [ -n "$kernel" ] && grep -qs "/$file\.ko" "$root/lib/modules/$kernel/modules.builtin"; then
        report "module.$1" ok "$1 is part of the kernel"
    elif [ -n "$kernel" ] && [ -r "$root/lib/modules/$kernel/modules.dep" ] && ! grep -q "/$file\.ko[.a-z0-9]*:" "$root/lib/modules/$kernel/modules.dep"; then
        report "module.$1" failed "$1 is not loaded, and the kernel $kernel has no module of this name" "$3" \
            "Install the package that brings it for this kernel, correct the name, or boot the kernel that has it."
    else
        report "module.$1" "$2" "$1 is not loaded" "$3" "modprobe $1"
    fi
}

# module_parameter MODULE PARAMETER VALUE: what the loaded module was given.
module_parameter() {
    given=$(line_of "/sys/module/$1/parameters/$2")
    case $given:$3 in
        :*) report "module.$1.$2" unknown "$1 is not loaded, or does not show its parameter $2" ;;
        "$3:$3" | [Yy1]:[Yy1] | [Nn0]:[Nn0] | [Yy1]:[Oo][Nn] | [Nn0]:[Oo][Ff]*) report "module.$1.$2" ok "$1 was loaded with $2=$given" ;;
        *) report "module.$1.$2" failed "$1 was loaded with $2=$given, declared is $3" \
            "the parameter counts only when the module is loaded" "Without guests: modprobe -r $1 && modprobe $1. Or boot the node." ;;
    esac
}

# The permissions, owner and group of /dev/kvm. Below another root, by the accounts that are there.
device_permissions=
device_owner=
device_group=
# shellcheck disable=SC2034 # which of these are looked at depends on what is declared
if [ -e "$root/dev/kvm" ]; then
    # shellcheck disable=SC2012,SC2046 # ls is what POSIX has for this, and each field is a word
    set -- $(ls -ldn "$root/dev/kvm")
    device_permissions=$(printf '%.9s' "${1#?}")
    device_owner=$3
    device_group=$4
    device_owner_number=$3
    device_group_number=$4
    if [ -z "$root" ]; then
        # shellcheck disable=SC2012,SC2046
        set -- $(ls -ld /dev/kvm)
        device_owner=$3
        device_group=$4
    else
        name=$(awk -F: -v number="$device_owner" '$3 == number { print $1; exit }' "$root/etc/passwd" 2> /dev/null)
        device_owner=${name:-$device_owner}
        name=$(awk -F: -v number="$device_group" '$3 == number { print $1; exit }' "$root/etc/group" 2> /dev/null)
        device_group=${name:-$device_group}
    fi
fi

# kvm_device: whether it is there.
kvm_device() {
    [ -n "$device_permissions" ] && report kvm.device ok "/dev/kvm is there: $device_permissions $device_owner $device_group" ||
        report kvm.device failed "there is no /dev/kvm" "guests do not start: Could not access KVM kernel module: No such file or directory" \
            "modprobe kvm_intel or modprobe kvm_amd. What the kernel has against it: dmesg | grep -i kvm"
}

# kvm_permission owner|group|mode FOUND DECLARED: one of the device's permissions.
kvm_permission() {
    [ -n "$device_permissions" ] || return 0
    if [ "$2" = "$3" ]; then
        report "kvm.$1" ok "the $1 of /dev/kvm is $2"
    else
        report "kvm.$1" failed "the $1 of /dev/kvm is $2, declared is $3" \
            "QEMU may not open it: Could not access KVM kernel module: Permission denied" \
            "udevadm control --reload && udevadm trigger --subsystem-match=misc --sysname-match=kvm"
    fi
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

# path_exists ID OPTION PATH EFFECT REMEDY: what an option relies on.
path_exists() {
    [ -s "$root$3" ] || [ -c "$root$3" ] || [ -d "$root$3" ] && report "$1" ok "$3 is there" || report "$1" failed "$3, which $2 relies on, is not there or is empty" "$4" "$5"
}

# other_conf: files that nova-compute reads after nova.conf, and what they say otherwise.
other_conf() {
    found=
    for file in "$root"/etc/nova/nova-compute.conf "$root"/etc/nova/nova.conf.d/*.conf "$root"/etc/nova/nova-compute.conf.d/*.conf; do
        [ -f "$file" ] || continue
        if [ ! -r "$file" ]; then
            found=1
            report conf.other unknown "${file#"$root"} cannot be read"
            continue
        fi
        differing=$(declared_options | awk '
            function trimmed(text) { sub(/^[ \t\r]+/, "", text); sub(/[ \t\r]+$/, "", text); return text }
            NR == FNR { split($0, part, "\t"); key = part[1] "\t" part[2]; names[key] = part[3]; values[key] = substr($0, length(key "\t" part[3]) + 2); next }
            /^[ \t]*([#;]|$)/ || /^[ \t]/ { next }
            /^\[/ { section = trimmed($0); sub(/^\[/, "", section); sub(/\].*/, "", section); if (section != "DEFAULT") section = tolower(section); next }
            {
                at = match($0, /[=:]/)
                if (!at) next
                key = section "\t" trimmed(substr($0, 1, at - 1))
                value = trimmed(substr($0, at + 1))
                gsub(/, +/, ",", value)
                if (value ~ /^".*"$/ || value ~ /^\047.*\047$/) value = substr(value, 2, length(value) - 2)
                if ((key in names) && tolower(value) != tolower(values[key])) found[names[key]] = 1
            }
            END { for (name in found) text = text ", " name; print substr(text, 3) }' - "$file")
        [ -n "$differing" ] || continue
        found=1
        report conf.other failed "${file#"$root"} also sets $differing, to something else" \
            "nova-compute reads it after nova.conf, so what is declared does not count" "Remove these lines from ${file#"$root"}, and restart nova-compute."
    done
    [ -n "$found" ] || report conf.other ok "no file that nova-compute reads after nova.conf says otherwise"
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

# Group, option, how people call it and value of what is declared; old names count too. In the place of secrets stand marks.
declared_options() {
    cat << 'END'
DEFAULT	compute_driver	[DEFAULT] compute_driver	libvirt.LibvirtDriver
DEFAULT	cpu_allocation_ratio	[DEFAULT] cpu_allocation_ratio	1.5
DEFAULT	reserved_huge_pages	[DEFAULT] reserved_huge_pages	count:64,node:0,size:2048
DEFAULT	reserved_huge_pages	[DEFAULT] reserved_huge_pages	count:1,node:1,size:1GB
libvirt	cpu_mode	[libvirt] cpu_mode	custom
libvirt	cpu_model_extra_flags	[libvirt] cpu_model_extra_flags	pcid,-mpx,ssbd
libvirt	cpu_models	[libvirt] cpu_models	Nehalem
libvirt	cpu_model	[libvirt] cpu_models	Nehalem
libvirt	virt_type	[libvirt] virt_type	kvm
END
}

host_name
architecture x86_64
cpu_virtualization
cpu_vendor Intel GenuineIntel
cpu_model cpu.model.Nehalem 'the model Nehalem' 'nova-compute would refuse to start' '?apic' '?clflush' '?cmov' '?cx16' '?cx8' '?de' '?fpu' '?fxsr' '?lahf_lm' '?lm/i64' '?mca' '?mce' mmx '?msr' '?mtrr' '?nx/xd' '?pae' '?pat' '?pge' '?pni/sse3' '?popcnt' '?pse' '?pse36' '?sep' sse sse2 sse4.1 sse4.2 ssse3 '?syscall' '?tsc'
cpu_model cpu.flags cpu_model_extra_flags 'nova-compute would refuse to start' '?pcid' '?ssbd'
kernel_module kvm failed 'no guest starts under KVM, and libvirt says: no supported architecture for os type '\''hvm'\'''
kernel_module kvm_intel failed 'no guest starts under KVM, and libvirt says: no supported architecture for os type '\''hvm'\'''
kernel_module vhost_net warning 'unless it is loaded on demand, QEMU moves the guests'\'' network packets itself, which is slower'
kernel_module vfio_pci warning 'unless libvirt loads it, no guest with a PCI device starts'
module_parameter kvm_intel nested 1
module_parameter vfio_pci ids '10de:1eb8'
kvm_device
kvm_permission group "$device_group" kvm
kvm_permission mode "$device_permissions" rw-rw----
nova_version 31 31.0.0
libvirt_version 11.3
libvirt_model Nehalem 'nova-compute would refuse to start'
path_exists guest.random rng_dev_path /dev/urandom 'guests that need it would fail to start' 'Correct rng_dev_path, or bring up the device.'
other_conf
log_pattern hvm 'no supported architecture for os type '\''hvm'\''' 'the KVM modules were not loaded when libvirt looked what the host can' 'The checks of modules and of /dev/kvm above say what is missing. Then restart libvirt'\''s daemon, which keeps what it has found out.'
log_pattern domaintype 'domaintype=kvm' 'libvirt found no KVM on the host' 'The checks of modules and of /dev/kvm above say what is missing. Then restart libvirt'\''s daemon, which keeps what it has found out.'
log_pattern kvm-permission 'Could not access KVM kernel module: Permission denied' 'QEMU may not open /dev/kvm' 'The checks of modules and of /dev/kvm above say what is missing.'
log_pattern kvm-missing 'Could not access KVM kernel module: No such file or directory' 'there was no /dev/kvm' 'The checks of modules and of /dev/kvm above say what is missing.'
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
