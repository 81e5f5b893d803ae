#!/bin/sh
# cmp01: puts what is below rootfs into its place. Run it on the node, as root; the bundle may lie anywhere:
#
#   sh apply.sh [--check] [--diff] [--root DIR]
#
#   --check      changes nothing
#   --diff       shows what differs; the values of secret options never
#   --root DIR   works below DIR and leaves the running system alone
#
# Exits with 0 if all is as declared, with 2 if --check found something to change, with 1 if it failed: then all is as it was before,
# with 64 if it was called wrongly. Runs that are killed are undone by the next. What was there before the last change is kept in
# /var/lib/configsdk/backup.
# Written by ConfigSdk. Change the declaration, not this file.
# shellcheck disable=SC2015 # fail ends the script, so A && B || fail is if not (A and B)
set +x
set -u
umask 077
LC_ALL=C
export LC_ALL

# SHA-256, mode, owner, group and path of each file.
files='dfd10d0fafd28c1ca02b018e45bd51d6784b462feaefb805b6e910688cd0277c 0644 root root /etc/modprobe.d/kvm.conf
45be65d36265dec9e9d1ad0774edd9dbcc321557262660ca8b97bb6a3f63727c 0644 root root /etc/modprobe.d/vfio_pci.conf
72523f510a9c0d95bc5ee0165499ad7dcab630b5d8c182a562bf8327ef771769 0644 root root /etc/modules
5d77cffee70b191587e21d6278642569bbbac88b0a4dde3eafa307d1e32d955d 0640 root nova /etc/nova/nova.conf
6457111940b02e7752ef1e4ff3cdae5568942a90dfdd5935d8e40650d861e5ea 0644 root root /etc/udev/rules.d/45-qemu-kvm.rules'
# What the node loads at boot.
modules='kvm kvm_intel vhost_net vfio_pci'
# Options whose values are not shown.
secret_options='access_token admin_auth_token admin_password admin_token application_credential_secret approle_role_id approle_secret_id asyncio_connection asyncio_slave_connection attestation_auth_blob authorization_code backend_argument client_secret code connection connection_password fixed_key host_password ldap_dns_password memcache_password memcache_secret_key metadata_proxy_shared_secret neutron_admin_password neutron_metadata_proxy_shared_secret notification_transport_url oauth2_client_secret passcode password redis_password root_token_id slave_connection sql_connection ssl_key_password token transport_url xenapi_connection_password'
service=nova-compute

say() { printf '%s\n' "apply.sh: $*"; }
complain() { printf '%s\n' "apply.sh: $*" >&2; }
fail() {
    complain "$*"
    exit 1
}
usage() {
    complain "$1; usage: sh apply.sh [--check] [--diff] [--root DIR]"
    exit 64
}

check=
diff=
root=
enter_root() {
    [ -d "$1" ] || usage "--root needs a directory, and '$1' is none"
    root=$(CDPATH='' cd -P -- "$1" && pwd -P) || fail "cannot enter $1"
    [ "$root" != / ] || usage "--root / is the running system: leave it out"
}
while [ $# -gt 0 ]; do
    case $1 in
        --check) check=1 ;;
        --diff) diff=1 ;;
        --root)
            [ $# -gt 1 ] || usage "--root needs a directory"
            shift
            enter_root "$1"
            ;;
        --root=*) enter_root "${1#*=}" ;;
        *) usage "unknown argument '$1'" ;;
    esac
    shift
done

bundle=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd -P) || fail "cannot enter the bundle's directory"
for tool in awk cat chmod chown cmp cp cut dirname flock getent grep mkdir mv rm rmdir sha256sum stat sync touch; do
    command -v "$tool" > /dev/null 2>&1 || fail "the command $tool is not there; nothing is changed"
done
[ -z "$diff" ] || command -v diff > /dev/null 2>&1 || fail "the command diff is not there, which --diff needs; nothing is changed"

state=$root/var/lib/configsdk
temporary=.configsdk-new
newline='
'

# The number of a user or a group. Below another root, by the accounts that are there.
number_of() {
    case $2 in
        *[!0-9]*) ;;
        *)
            printf '%s' "$2"
            return
            ;;
    esac
    if [ -n "$root" ]; then
        account=$(grep "^$2:" "$root/etc/$1" 2> /dev/null)
    else
        account=$(getent "$1" "$2")
    fi
    account=${account#*:*:}
    printf '%s' "${account%%:*}"
}

# Nothing is written through a link out of the root, nor in the place of what is no file.
check_place() {
    place=$1
    if [ -h "$root$place" ] || { [ -e "$root$place" ] && [ ! -f "$root$place" ]; }; then
        fail "$place is no ordinary file; nothing is changed. Move it away, then run again"
    fi
    while [ -n "$root" ] && [ -n "${place%/*}" ]; do
        place=${place%/*}
        [ ! -h "$root$place" ] || fail "$place is a symbolic link, which may lead out of $root; nothing is changed"
    done
}

# The file as it is to be.
content() {
    case $1 in
        /etc/nova/nova.conf) printf '%s' "$nova_conf" ;;
        *) cat -- "$bundle/rootfs$1" ;;
    esac
}

# Old and new nova.conf without what may be secret: the values of secret options, also where they are commented out, and passwords in URLs.
masked() {
    awk -v names="$secret_options" '
        BEGIN { count = split(names, list, " "); for (i = 1; i <= count; i++) secret[list[i]] = 1 }
        /^[ \t]/ && hidden { print " (a secret)"; next }
        {
            key = $0
            sub(/^[#; \t]*/, "", key)
            hidden = key ~ /[=:]/
            sub(/[ \t]*[=:].*/, "", key)
            gsub(/-/, "_", key)
            hidden = hidden && (key in secret)
            if (hidden) { print key " = (a secret)"; next }
            gsub(/:\/\/[^ \t]*@/, "://(a secret)@")
            print
        }'
}

show_difference() {
    case $1 in
        /etc/nova/nova.conf)
            { [ ! -f "$root$1" ] || masked < "$root$1"; } > "$scratch/old" && masked < "$bundle/rootfs$1" > "$scratch/new"
            ;;
        *)
            { [ ! -f "$root$1" ] || cat -- "$root$1"; } > "$scratch/old" && cat -- "$bundle/rootfs$1" > "$scratch/new"
            ;;
    esac || fail "cannot write to a temporary directory; nothing is changed"
    if cmp -s "$scratch/old" "$scratch/new"; then
        printf '%s\n' "--- $1: only owner, group, mode or a secret differ"
    else
        diff -u "$scratch/old" "$scratch/new" | awk -v path="$1" 'NR == 1 { print "--- " path; next } NR == 2 { print "+++ " path; next } { print }'
    fi
}

# Writes through to the disk, so that the order of things also holds when the power goes.
settle() { sync "$@" 2> /dev/null || sync; }

# Has the kernel take the settings of a file. One that is not there yet comes with its module, and is no failure.
set_sysctl() {
    if [ ! -f "$root$1" ]; then
        say "what $1 has set stays so until the next boot"
    elif [ -n "$root" ]; then
        say "to do on the node: sysctl -p $1"
    elif ! sysctl -q -p "$1" 9>&-; then
        complain "the kernel did not take every setting of $1; once what is missing is loaded: sysctl -p $1"
    fi
}

# What has to be done for files that were changed, put back or taken away.
trigger() {
    triggered=0
    case $1 in
        */udev/rules.d/*)
            if [ -n "$root" ]; then
                say "to do on the node: udevadm control --reload && udevadm trigger --subsystem-match=misc --sysname-match=kvm"
            elif [ -S /run/udev/control ]; then
                udevadm control --reload 9>&- && udevadm trigger --subsystem-match=misc --sysname-match=kvm 9>&- || triggered=1
            else
                say "udev does not run here; it reads its rules when it starts"
            fi
            ;;
    esac
    case $1 in
        /etc/modules | *" /etc/modules"* | */modules-load.d/* | */modprobe.d/*)
            for module in $modules; do
                if [ -e "$root/proc/modules" ] && [ ! -d "$root/sys/module/$module" ] && ! grep -q "^$module " "$root/proc/modules"; then
                    say "$module is not loaded before the next boot, unless you do: modprobe $module"
                fi
            done
            ;;
    esac
    case $1 in
        */modprobe.d/*) say "parameters of modules that are loaded already count from the next boot, or when the module is loaded anew; preflight.sh compares them" ;;
    esac
    case $1 in
        */default/grub.d/*)
            if [ -n "$root" ]; then
                say "to do on the node: update-grub"
            elif command -v update-grub > /dev/null 2>&1; then
                update-grub 9>&- || triggered=1
            else
                say "there is no update-grub here; make GRUB's menu anew by what does it on this system"
            fi
            say "the kernel's command line counts from the next boot"
            ;;
    esac
    case $1 in
        */etc/nova/nova.conf*)
            if [ -n "$root" ]; then
                say "to do on the node: systemctl restart $service"
            elif [ -d /run/systemd/system ] && systemctl is-active --quiet "$service" 9>&-; then
                say "restarting $service"
                systemctl restart "$service" 9>&- || triggered=1
            else
                say "$service does not run; it reads nova.conf when it starts"
            fi
            ;;
    esac
    # Last, and only if all else went well: what the kernel had before is written nowhere.
    case $triggered$1 in
        0*/sysctl.d/*)
            for path in $1; do
                case $path in
                    */sysctl.d/*) set_sysctl "$path" ;;
                esac
            done
            ;;
    esac
    return "$triggered"
}

# Whether two files have the same content, owner, group and mode.
is_same() { cmp -s "$1" "$2" && [ "$(stat -c '%u:%g:%a' -- "$1")" = "$(stat -c '%u:%g:%a' -- "$2")" ]; }

# Puts back what the transaction that lies there has changed. May be killed and done again.
undone=
undo() {
    made=
    while read -r kind number path <&3; do
        case $kind in
            made) made="$path $made" ;;
            was)
                if ! is_same "$state/transaction/old/$number" "$root$path"; then
                    undone="$undone $path"
                    cp -p -- "$state/transaction/old/$number" "$root${path%/*}/$temporary-${path##*/}" &&
                        mv -f -- "$root${path%/*}/$temporary-${path##*/}" "$root$path" || return 1
                fi
                rm -f -- "$root${path%/*}/$temporary-${path##*/}" || return 1
                ;;
            new)
                [ ! -e "$root$path" ] || undone="$undone $path"
                rm -f -- "$root$path" "$root${path%/*}/$temporary-${path##*/}" || return 1
                ;;
        esac
    done 3< "$state/transaction/plan"
    for path in $made; do
        rmdir -- "$root$path" 2> /dev/null
    done
    rm -rf -- "$state/undone" && mv -- "$state/transaction" "$state/undone" && rm -rf -- "$state/undone"
}

scratch=
open=
finish() {
    status=$?
    trap '' HUP INT TERM
    [ -z "$scratch" ] || rm -rf -- "$scratch"
    if [ -n "$open" ]; then
        if undo; then
            complain "everything is as it was before"
            [ -z "$undone" ] || trigger "$undone" || complain "the services could not be told so; look at them"
        else
            complain "not everything could be put back; what was there before is in $state/transaction/old, and the next run tries again"
        fi
    fi
    exit "$status"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# The bundle has to be whole before anything is looked at.
while read -r sha mode owner group path <&3; do
    [ -f "$bundle/rootfs$path" ] || fail "the bundle has no rootfs$path; copy it again"
    found=$(sha256sum < "$bundle/rootfs$path")
    [ "${found%% *}" = "$sha" ] || fail "rootfs$path is not what was built: it was changed, or copied in part. Nothing is changed; copy the bundle again"
    check_place "$path"
    [ -n "$(number_of passwd "$owner")" ] || fail "there is no user $owner, who is to own $path; nothing is changed"
    [ -n "$(number_of group "$group")" ] || fail "there is no group $group, which is to have $path; nothing is changed. Install nova first, which brings it"
done 3<< END
$files
END
check_place /var/lib/configsdk/lock

if [ -f "$bundle/secrets.sh" ]; then
    nova_conf=$(sh "$bundle/secrets.sh" < "$bundle/rootfs/etc/nova/nova.conf" && printf x) || fail "the secrets are not all there; nothing is changed"
else
    nova_conf=$(cat -- "$bundle/rootfs/etc/nova/nova.conf" && printf x) || fail "cannot read rootfs/etc/nova/nova.conf; nothing is changed"
fi
nova_conf=${nova_conf%x}

if [ -z "$check" ]; then
    (umask 022 && mkdir -p -- "$root/var/lib") && mkdir -p -- "$state" && touch -- "$state/lock" || fail "cannot write to $state; nothing is changed"
    exec 9>> "$state/lock"
    flock -n 9 || fail "another apply.sh is at work on this node; nothing is changed"
    if [ -d "$state/transaction" ]; then
        undo || fail "a run before this one was broken off, and not everything could be put back; what was there is in $state/transaction/old"
        say "a run before this one was broken off; what it had changed is put back"
    fi
    rm -rf -- "$state/transaction.new" "$state/undone" || fail "cannot write to $state; nothing is changed"
fi

if [ -n "$diff" ]; then
    scratch=$(mktemp -d) || fail "cannot make a temporary directory; nothing is changed"
fi

# What differs: a line "put MODE OWNER GROUP PATH" or "remove PATH" each.
plan=
while read -r sha mode owner group path <&3; do
    user=$(number_of passwd "$owner")
    number=$(number_of group "$group")
    if ! { [ -f "$root$path" ] && content "$path" | cmp -s - "$root$path" && [ "$(stat -c '%u:%g:%a' -- "$root$path")" = "$user:$number:${mode#0}" ]; }; then
        plan="${plan}put $mode $user $number $path$newline"
    fi
done 3<< END
$files
END

# What an earlier bundle brought and this one does not is taken away, unless somebody else has changed it.
earlier=
if [ -f "$state/installed" ]; then
    earlier=$(cat -- "$state/installed") || fail "cannot read $state/installed; nothing is changed"
    while read -r sha path <&3; do
        case "$newline$files$newline" in
            *" $path$newline"*) continue ;;
        esac
        [ -n "$path" ] && [ -f "$root$path" ] || continue
        case $plan in
            *"remove $path$newline"*) continue ;;
        esac
        found=$(sha256sum < "$root$path")
        if printf '%s\n' "$earlier" | grep -Fxq "${found%% *} $path"; then
            check_place "$path"
            plan="${plan}remove $path$newline"
        else
            complain "$path is of an earlier bundle and was changed since; it is left alone"
        fi
    done 3<< END
$earlier
END
fi

while read -r action rest <&3; do
    [ -n "$action" ] || continue
    path=${rest##* }
    case $check$action in
        put) say "changing $path" ;;
        remove) say "removing $path" ;;
        1put) say "would change $path" ;;
        1remove) say "would remove $path" ;;
    esac
    if [ -n "$diff" ]; then
        if [ "$action" = put ]; then
            show_difference "$path"
        else
            printf '%s\n' "--- $path: it would be no more"
        fi
    fi
done 3<< END
$plan
END

if [ -n "$check" ]; then
    [ ! -d "$state/transaction" ] || say "would first put back what a run changed that was broken off"
    [ -z "$plan" ] && [ ! -d "$state/transaction" ] || exit 2
    say "all is as declared"
    exit 0
fi

# What is in place now, for the bundle after this one. Until all is done, also what was before.
installed=$(
    while read -r sha mode owner group path; do
        found=$(content "$path" | sha256sum) && printf '%s\n' "${found%% *} $path"
    done << END
$files
END
)
remember() {
    printf '%s\n' "$1" > "$state/installed.new" && mv -f -- "$state/installed.new" "$state/installed"
}

if [ -n "$plan" ]; then
    remember "$earlier$newline$installed" || fail "cannot write to $state; nothing is changed"

    # First the journal, with copies of all that will be changed.
    mkdir -p -- "$state/transaction.new/old" || fail "cannot write to $state; nothing is changed"
    count=0
    changed=
    journal=
    while read -r action rest <&3; do
        [ -n "$action" ] || continue
        path=${rest##* }
        changed="$changed $path"
        count=$((count + 1))
        missing=
        directory=${path%/*}
        while [ ! -d "$root$directory" ]; do
            missing="made 0 $directory$newline$missing"
            directory=${directory%/*}
        done
        case $journal in
            *"$missing"*) ;;
            *) journal=$journal$missing ;;
        esac
        if [ -f "$root$path" ]; then
            cp -p -- "$root$path" "$state/transaction.new/old/$count" || fail "cannot keep a copy of $path; nothing is changed"
            journal="${journal}was $count $path$newline"
        else
            journal="${journal}new $count $path$newline"
        fi
    done 3<< END
$plan
END
    printf '%s' "$journal" > "$state/transaction.new/plan" || fail "cannot write to $state; nothing is changed"
    settle "$state"/transaction.new/old/* "$state/transaction.new/plan" "$state/transaction.new"
    mv -- "$state/transaction.new" "$state/transaction" || fail "cannot write to $state; nothing is changed"
    open=1

    # Then all new files beside the old ones, under names that nobody reads.
    while read -r kind number path <&3; do
        [ "$kind" != made ] || [ -d "$root$path" ] || { mkdir -- "$root$path" && chmod 0755 -- "$root$path"; } || fail "cannot make $path"
    done 3< "$state/transaction/plan"
    set --
    while read -r action mode user number path <&3; do
        [ "$action" = put ] || continue
        new=$root${path%/*}/$temporary-${path##*/}
        rm -f -- "$new" && content "$path" > "$new" && content "$path" | cmp -s - "$new" && chown "$user:$number" -- "$new" && chmod "$mode" -- "$new" ||
            fail "cannot write $path"
        set -- "$@" "$new"
    done 3<< END
$plan
END
    settle "$state" "$@"

    # Each takes its place at once.
    while read -r action rest <&3; do
        path=${rest##* }
        case $action in
            put) mv -f -- "$root${path%/*}/$temporary-${path##*/}" "$root$path" || fail "cannot replace $path" ;;
            remove) rm -f -- "$root$path" || fail "cannot remove $path" ;;
        esac
    done 3<< END
$plan
END
    set --
    for path in $changed; do
        set -- "$@" "$root${path%/*}"
    done
    settle "$@"
    undone="$undone $changed"
fi

# What was put back and is not changed again counts too.
if [ -n "$undone" ]; then
    trigger "$undone" || fail "what reads the files could not be told of them, or did not take them"
fi

if [ -n "$open" ]; then
    # From here on it is done.
    rm -rf -- "$state/backup" && mv -- "$state/transaction" "$state/backup" || fail "cannot write to $state"
    open=
fi
[ -f "$state/installed" ] && printf '%s\n' "$installed" | cmp -s - "$state/installed" || remember "$installed" || fail "the files are in place, but $state/installed, by which the next bundle knows them, cannot be written"
say "all is as declared"
