#!/bin/bash
# in_root.sh ROOT COMMAND...: runs a command in the root of another system with that system's libvirtd and QEMU.
#
# All is private to the call: mounts, processes, network (loopback alone), host name. /sys can only be read, but the CPUs and NUMA nodes in it are
# made up (made_up_cpus.py) and the command's own to switch. There is no /dev/kvm. When the command ends, nothing of it is left. Only root can do this.
set -euo pipefail
root=$(cd "$1" && pwd)
shift
HERE=$(cd "$(dirname "$0")" && pwd) ROOT=$root exec unshare --mount --pid --fork --ipc --uts --net --kill-child --propagation private bash -euc '
  mount --bind "$ROOT" "$ROOT"
  mount -t proc proc "$ROOT/proc"
  mount -t sysfs -o ro sysfs "$ROOT/sys"

  mount -t tmpfs -o mode=755 made-up "$ROOT/mnt"
  python3 "$HERE/made_up_cpus.py" "$ROOT/mnt"
  for part in cpu node; do mount --bind "$ROOT/mnt/$part" "$ROOT/sys/devices/system/$part"; done

  mount -t tmpfs -o mode=755 dev "$ROOT/dev"
  mkdir "$ROOT/dev/pts" "$ROOT/dev/shm" "$ROOT/dev/net" "$ROOT/dev/hugepages"
  for node in null zero full random urandom tty net/tun; do
    [ -e "/dev/$node" ] || continue
    : >"$ROOT/dev/$node"
    mount --bind "/dev/$node" "$ROOT/dev/$node"
  done
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$ROOT/dev/pts"
  ln -s pts/ptmx "$ROOT/dev/ptmx"
  ln -s /proc/self/fd "$ROOT/dev/fd"
  ln -s /proc/self/fd/0 "$ROOT/dev/stdin"
  ln -s /proc/self/fd/1 "$ROOT/dev/stdout"
  ln -s /proc/self/fd/2 "$ROOT/dev/stderr"

  mount -t tmpfs -o mode=755 run "$ROOT/run"
  mount -t tmpfs tmp "$ROOT/tmp"
  for kept in /var/log /var/lib/libvirt /var/cache/libvirt; do
    mkdir -p "$ROOT$kept"
    mount -t tmpfs -o mode=755 kept "$ROOT$kept"
  done
  mkdir "$ROOT/run/lock" "$ROOT/run/libvirt" "$ROOT/var/log/libvirt" "$ROOT/var/log/libvirt/qemu" "$ROOT/var/lib/libvirt/qemu" "$ROOT/var/lib/libvirt/images"
  hostname judged
  ip link set lo up
  export HOME=/root LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin

  exec chroot "$ROOT" bash -euc "
    virtlogd --daemon </dev/null >/var/log/virtlogd.out 2>&1
    libvirtd --daemon </dev/null >/var/log/libvirtd.out 2>&1
    for (( try = 0; try < 600; try++ )); do
      virsh --quiet --connect qemu:///system version >/run/virsh.out 2>&1 && exec \"\$@\"
      sleep 0.1
    done
    cat /run/virsh.out /var/log/libvirtd.out >&2
    exit 1
  " bash "$@"
' bash "$@"
