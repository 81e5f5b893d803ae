# Reads the host files of many nodes as the programs of this system do. FOLDER/NAMES has names of modules, one a line; every other folder in FOLDER is
# a node's root. Prints, words separated by tabs:
#   module NAME found|missing     whether modprobe finds it among the installed kernel's modules; nothing where none is installed, or where it
#                                 cannot know because nothing says what is built in
#   parameter NAME PARAMETER      what modinfo says that it takes
#   options NODE LINE             an options line as modprobe reads it
#   refused NODE TEXT             what udev says of the node's rules
set -eu
folder=$1
PATH=/usr/sbin:/usr/bin:/sbin:/bin
kernel=$(cd /lib/modules 2>/dev/null && printf '%s\n' * | sort -V | tail -n 1) || kernel=
if [ -n "$kernel" ]; then
  while read -r name; do
    if modprobe -S "$kernel" -n -q "$name"; then
      printf 'module\t%s\tfound\n' "$name"
      modinfo -k "$kernel" -F parm "$name" 2>/dev/null | sed -n "s/^\([^:]*\):.*/parameter\t$name\t\1/p"
    elif [ -e "/lib/modules/$kernel/modules.builtin" ]; then
      printf 'module\t%s\tmissing\n' "$name"
    fi
  done <"$folder/NAMES"
fi
version=$(udevadm --version 2>/dev/null || echo 0)
for node in "$folder"/*/; do
  name=$(basename "$node")
  if [ -d "$node/etc/modprobe.d" ]; then
    modprobe --showconfig -C "$node/etc/modprobe.d" | grep '^options ' | sed "s/^options /options\t$name\t/"
  fi
  if [ -d "$node/etc/udev/rules.d" ] && [ "${version%%[!0-9]*}" -ge 254 ]; then
    udevadm verify --resolve-names=early --no-style "$node"/etc/udev/rules.d/*.rules >"$folder/SAID" 2>&1 || printf 'refused\t%s\t%s\n' "$name" "$(tr '\n' ' ' <"$folder/SAID")"
  fi
done
