namespace ConfigSdk.Plans.Reading;

/// <summary>Lines of text files.</summary>
internal static class Lines
{
    /// <summary>CRLF and CR are line ends as LF is, and nothing else, as in a file that Python opens as text.</summary>
    public static string ReplaceLineEndingsOfPython(this string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>
    /// The lines of the host's files (modules, modprobe.d, udev, sysctl): a backslash at the end joins the next one, what begins with one of
    /// the signs is a comment, blank ones are left out.
    /// </summary>
    public static IEnumerable<string> Logical(string text, string commentSigns)
    {
        var pending = "";
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            if (pending.Length == 0 && line.TrimStart() is { Length: > 0 } begun && commentSigns.Contains(begun[0], StringComparison.Ordinal))
            {
                continue;
            }

            if (line.EndsWith('\\'))
            {
                pending += line[..^1];
                continue;
            }

            var whole = (pending + line).Trim();
            pending = "";
            if (whole.Length > 0)
            {
                yield return whole;
            }
        }

        if (pending.Trim().Length > 0)
        {
            yield return pending.Trim();
        }
    }
}
