# huge_pages KIB COUNT: the pages of one size that the kernel keeps.
huge_pages() {
    pages=$(line_of "/sys/kernel/mm/hugepages/hugepages-$1kB/nr_hugepages")
    case $pages in
        '' | *[!0-9]*)
            if [ -d "$root/sys/kernel/mm/hugepages" ]; then
                report "kernel.hugepages.$1" failed "the kernel has no huge pages of $1 KiB, declared are $2" \
                    "guests that ask for them find no host" "The CPU may not have this size. Boot with hugepagesz=${1}K hugepages=$2, or correct Host.Kernel.HugePages."
            else
                report "kernel.hugepages.$1" unknown "/sys/kernel/mm/hugepages cannot be read"
            fi
            ;;
        *)
            if [ "$pages" -ge "$2" ]; then
                report "kernel.hugepages.$1" ok "there are $pages huge pages of $1 KiB"
            else
                report "kernel.hugepages.$1" failed "there are $pages huge pages of $1 KiB, declared are $2" \
                    "guests that ask for them find no host, and what nova reserves of them may not be there" \
                    "Boot with hugepagesz=${1}K hugepages=$2: memory that has been used has no room for large pages."
            fi
            ;;
    esac
}
