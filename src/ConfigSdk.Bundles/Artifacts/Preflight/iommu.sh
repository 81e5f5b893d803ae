# iommu true|false: whether one is at work.
iommu() {
    working=false
    for unit in "$root"/sys/class/iommu/*; do
        [ -e "$unit" ] && working=true
    done
    if [ ! -d "$root/sys/class" ]; then
        report kernel.iommu unknown "/sys/class cannot be read"
    elif [ "$working" = "$1" ]; then
        report kernel.iommu ok "an IOMMU at work: $1"
    elif [ "$1" = true ]; then
        report kernel.iommu failed "no IOMMU is at work" "no guest with a PCI device starts: host doesn't support passthrough of host PCI devices" \
            "Switch VT-d or AMD-Vi on in the BIOS and boot with intel_iommu=on on Intel, without amd_iommu=off on AMD."
    else
        report kernel.iommu warning "an IOMMU is at work, declared is none" "" "Correct Host.Kernel.Iommu."
    fi
}
