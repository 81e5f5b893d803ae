#!/bin/sh
# Brings Glance's images to what is declared: those that are missing are created, the properties of the others set. Run it where the
# openstack client has its credentials; it may run again at any time:
#
#   sh apply.sh [--check] [--data DIR] [--only NAME]
#
#   --check      changes nothing and tells which images there are
#   --data DIR   where the files of new images are: NAME.FORMAT, such as debian-13.qcow2, or NAME. Without it a new image waits for its data
#   --only NAME  does this image alone
#
# Exits with 0 if all was done, with 2 if --check found an image missing, with 1 if something failed, with 64 if it was called wrongly.
# Properties that are declared no more stay as they are: openstack image unset --property NAME IMAGE.
# Written by ConfigSdk. Change the declaration, not this file.
# shellcheck disable=SC2015 # usage ends the script, so A && B || usage is if not (A and B)
# shellcheck disable=SC2016 # properties may hold anything, and nothing in them is to be expanded
set -u

complain() { printf '%s\n' "images/apply.sh: $*" >&2; }
usage() {
    complain "$1; usage: sh apply.sh [--check] [--data DIR] [--only NAME]"
    exit 64
}
check=
data=
only=
while [ $# -gt 0 ]; do
    case $1 in
        --check) check=1 ;;
        --data | --only)
            [ $# -gt 1 ] && [ -n "$2" ] || usage "$1 needs a value"
            case $1 in
                --data) data=$2 ;;
                --only) only=$2 ;;
            esac
            shift
            ;;
        *) usage "unknown argument '$1'" ;;
    esac
    shift
done
[ -z "$data" ] || [ -d "$data" ] || usage "--data: '$data' is no directory"
command -v openstack > /dev/null 2>&1 || {
    complain "the openstack client is not there: apt-get install python3-openstackclient"
    exit 1
}

# All at once: names are compared here, as Glance takes some of them for a search.
images=$(openstack image list --format value --column ID --column Name) || {
    complain "Glance does not list its images; nothing is changed"
    exit 1
}
failed=0
missing=0
found=

# image NAME DISK_FORMAT CONTAINER_FORMAT --property=NAME=VALUE...
image() {
    [ -z "$only" ] || [ "$only" = "$1" ] || return 0
    found=1
    name=$1
    disk_format=$2
    container_format=$3
    shift 3
    id=
    count=0
    while read -r each each_name; do
        if [ "$each_name" = "$name" ]; then
            id=$each
            count=$((count + 1))
        fi
    done << END
$images
END
    if [ "$count" -gt 1 ]; then
        complain "$count images are named '$name', and it cannot be told which is meant; nothing is done to them. Rename or delete all but one"
        failed=1
    elif [ "$count" -eq 1 ]; then
        printf '%s\n' "'$name' is there: $id"
        [ -z "$check" ] || return 0
        format=$(openstack image show --format value --column disk_format "$id") || {
            complain "'$name' ($id) cannot be looked at; nothing is done to it"
            failed=1
            return 0
        }
        if [ "$format" != "$disk_format" ]; then
            complain "'$name' ($id) is in format $format, declared is $disk_format; Glance cannot change that, so nothing is done to it. Delete it, then run again"
            failed=1
        elif [ $# -gt 0 ]; then
            openstack image set "$@" "$id" || {
                complain "the properties of '$name' ($id) could not be set"
                failed=1
            }
        fi
    elif [ -n "$check" ]; then
        printf '%s\n' "'$name' is not there"
        missing=1
    else
        for file in "$data/$name.$disk_format" "$data/$name"; do
            [ -n "$data" ] && [ -f "$file" ] && set -- "$@" "--file=$file" && break
        done
        if [ -n "$data" ] && [ "$file" = "$data/$name" ] && [ ! -f "$file" ]; then
            complain "'$name' is not created: there is neither $data/$name.$disk_format nor $data/$name"
            failed=1
        elif openstack image create --format value --column id "--disk-format=$disk_format" "--container-format=$container_format" "$@" -- "$name"; then
            printf '%s\n' "'$name' is created"
            [ -n "$data" ] || printf '%s\n' "'$name' has no data yet; delete it and run again with --data, or give it some: openstack image stage, glance image-upload"
        else
            complain "'$name' could not be created"
            failed=1
        fi
    fi
}

finish() {
    if [ -n "$only" ] && [ -z "$found" ]; then
        complain "no image of the name '$only' is declared"
        exit 64
    fi
    [ "$failed" -eq 0 ] || exit 1
    [ "$missing" -eq 0 ] || exit 2
    exit 0
}
