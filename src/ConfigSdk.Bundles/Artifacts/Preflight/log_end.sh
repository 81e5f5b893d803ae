# log_end: whether there was a log, and nothing known in it.
log_end() {
    if [ ! -r "$root$log" ]; then
        report log unknown "$log is not there, or may not be read; where nova-compute logs to the journal: journalctl -u nova-compute"
    elif [ -z "$log_found" ]; then
        report log ok "no message in $log that is known to mean trouble"
    fi
}
