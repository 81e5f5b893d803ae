
if [ -n "$json" ]; then
    printf '\n  ],\n  "ok": %d,\n  "warnings": %d,\n  "failed": %d,\n  "unknown": %d\n}\n' "$ok" "$warnings" "$failed" "$unknown"
else
    printf '%s: %d ok, %d warnings, %d failed, %d unknown\n' "$node" "$ok" "$warnings" "$failed" "$unknown"
fi
[ "$failed" -eq 0 ]
