log=/var/log/nova/nova-compute.log
log_lines=
log_found=
if [ -r "$root$log" ]; then
    log_lines=$(tail -n 5000 "$root$log" | tr -c '\n\040-\176' '?' | grep -i -e error -e warn -e traceback -e exception -e invalid -e critical)
fi

# log_pattern ID TEXT EFFECT REMEDY: a message that is known, in the last 5000 lines of nova-compute's log.
log_pattern() {
    line=$(printf '%s\n' "$log_lines" | grep -F -e "$2" | tail -n 1)
    [ -n "$line" ] || return 0
    log_found=1
    report "log.$1" warning "$log has at $(printf '%.19s' "$line"): $2" "$3" "$4"
}
