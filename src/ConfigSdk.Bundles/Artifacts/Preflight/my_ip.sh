# my_ip ADDRESS: that an interface has it. IPv6 is given as the kernel lists it, 32 digits.
my_ip() {
    case $2 in
        *.*)
            [ -r "$root/proc/net/fib_trie" ] && addresses=$(awk '/^ *\|-- / { address = $2 } /host LOCAL/ { print address }' "$root/proc/net/fib_trie") || addresses=
            ;;
        *) [ -r "$root/proc/net/if_inet6" ] && addresses=$(awk '{ print $1 }' "$root/proc/net/if_inet6") || addresses= ;;
    esac
    if [ -z "$addresses" ]; then
        report network.my_ip unknown "the kernel's list of addresses cannot be read"
    elif printf '%s\n' "$addresses" | grep -Fxq "$2"; then
        report network.my_ip ok "an interface has the address $1"
    else
        report network.my_ip failed "no interface has the address $1, which my_ip names" \
            "migrations and the servers of consoles are sent to where nobody listens" "Give an interface the address, or correct my_ip."
    fi
}
