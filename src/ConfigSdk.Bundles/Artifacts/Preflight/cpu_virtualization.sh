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
