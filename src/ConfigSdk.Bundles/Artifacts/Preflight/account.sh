# account user|group OPTION NAME: an account that nova looks up when it starts.
account() {
    case $1 in
        user) list=passwd ;;
        *) list=group ;;
    esac
    if [ -n "$root" ]; then
        [ -r "$root/etc/$list" ] && grep -q "^$3:" "$root/etc/$list"
    else
        getent "$list" "$3" > /dev/null
    fi && report "tpm.$1" ok "there is the $1 $3" || report "tpm.$1" failed "there is no $1 $3, which $2 names" \
        "nova-compute does not start: InvalidConfiguration" "Install swtpm, which brings tss, or name a $1 that the node has."
}
