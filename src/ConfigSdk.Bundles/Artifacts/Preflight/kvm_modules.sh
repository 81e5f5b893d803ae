# kvm_modules: the vendor's module, where the declaration leaves it to the system to load it.
kvm_modules() {
    case $cpu_flags in
        *" vmx "*) kernel_module kvm_intel failed "$1" ;;
        *" svm "*) kernel_module kvm_amd failed "$1" ;;
    esac
}
