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
