#!/bin/sh
# Puts the node's secrets into its nova.conf. Run on the node, by who may read them:
#
#   umask 077 && sh secrets.sh < rootfs/etc/nova/nova.conf > nova.conf && install -o root -g nova -m 0640 nova.conf /etc/nova/nova.conf
#
# Written by ConfigSdk. Prints nothing unless every secret is found, and no secret but into nova.conf.
set +x
set -u

failed=0
fail() {
    printf 'secrets.sh: %s: %s\n' "$1" "$2" >&2
    failed=1
}

# oslo.config takes $ for a reference to another option; $$ is one dollar sign, and so is \$ behind a backslash, where $$ is not.
dollars() {
    rest=$1
    text=
    while :; do
        case $rest in
            *\$*) ;;
            *) break ;;
        esac
        text=$text${rest%%\$*}
        rest=${rest#*\$}
        case $text in
            *\\) text="$text\\\$" ;;
            *) text="$text\$\$" ;;
        esac
    done
    text=$text$rest
}

newline='
'
carriage_return=$(printf '\r')
conf=
while IFS= read -r line || [ -n "$line" ]; do
    case $line in
        *' = @secret:'*:*@)
            option=${line%% = @secret:*}
            reference=${line#*" = @secret:"}
            reference=${reference%@}
            source=${reference%%:*}
            reference=${reference#*:}
            secret=
            found=0
            case $source in
                environment)
                    case $reference in
                        '' | [0-9]* | *[!A-Za-z0-9_]*) ;;
                        *) eval "[ -n \"\${$reference+set}\" ] && found=1 && secret=\$$reference" ;;
                    esac
                    ;;
                file) [ -r "$reference" ] && secret=$(cat -- "$reference") && found=1 ;;
                command) secret=$(sh -c "$reference" < /dev/null) && found=1 ;;
            esac
            case $found$secret in
                0*) fail "$option" "cannot be read from $source $reference" ;;
                1) fail "$option" "$source $reference is empty" ;;
                *"$newline"* | *"$carriage_return"*) fail "$option" "$source $reference has more than one line" ;;
                *)
                    dollars "$secret"
                    # One pair of quotes around everything is taken away again, whatever is in it.
                    line="$option = \"$text\""
                    ;;
            esac
            ;;
    esac
    conf=$conf$line$newline
done

[ "$failed" -eq 0 ] || exit 1
printf '%s' "$conf"
