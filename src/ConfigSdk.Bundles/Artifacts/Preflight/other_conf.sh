# other_conf: files that nova-compute reads after nova.conf, and what they say otherwise.
other_conf() {
    found=
    for file in "$root"/etc/nova/nova-compute.conf "$root"/etc/nova/nova.conf.d/*.conf "$root"/etc/nova/nova-compute.conf.d/*.conf; do
        [ -f "$file" ] || continue
        if [ ! -r "$file" ]; then
            found=1
            report conf.other unknown "${file#"$root"} cannot be read"
            continue
        fi
        differing=$(declared_options | awk '
            function trimmed(text) { sub(/^[ \t\r]+/, "", text); sub(/[ \t\r]+$/, "", text); return text }
            NR == FNR { split($0, part, "\t"); key = part[1] "\t" part[2]; names[key] = part[3]; values[key] = substr($0, length(key "\t" part[3]) + 2); next }
            /^[ \t]*([#;]|$)/ || /^[ \t]/ { next }
            /^\[/ { section = trimmed($0); sub(/^\[/, "", section); sub(/\].*/, "", section); if (section != "DEFAULT") section = tolower(section); next }
            {
                at = match($0, /[=:]/)
                if (!at) next
                key = section "\t" trimmed(substr($0, 1, at - 1))
                value = trimmed(substr($0, at + 1))
                gsub(/, +/, ",", value)
                if (value ~ /^".*"$/ || value ~ /^\047.*\047$/) value = substr(value, 2, length(value) - 2)
                if ((key in names) && tolower(value) != tolower(values[key])) found[names[key]] = 1
            }
            END { for (name in found) text = text ", " name; print substr(text, 3) }' - "$file")
        [ -n "$differing" ] || continue
        found=1
        report conf.other failed "${file#"$root"} also sets $differing, to something else" \
            "nova-compute reads it after nova.conf, so what is declared does not count" "Remove these lines from ${file#"$root"}, and restart nova-compute."
    done
    [ -n "$found" ] || report conf.other ok "no file that nova-compute reads after nova.conf says otherwise"
}
