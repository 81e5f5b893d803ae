namespace ConfigSdk.Rules.HostFiles;

/// <summary>A kernel setting's key or value that would be read as something else.</summary>
internal sealed class UnwritableSysctl : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2031", "Kernel setting that sysctl.d cannot hold",
        "{0} '{1}' {2}; sysctl would read the line otherwise than meant, so nothing is written",
        Consequence.Refused, "A line of sysctl.d is a key, the first '=' and a value, without the blanks around them. systemd and sysctl make a path below /proc/sys of the key.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var setting in node.Sysctl())
        {
            if (setting.Key.Text is { } key && KeyFlaw(key) is { } keyFlaw)
            {
                yield return Found(setting.Key, "Key", key, keyFlaw);
            }
            else if (setting.Value.Text is { } value && ValueFlaw(value) is { } valueFlaw)
            {
                yield return Found(setting.Value, $"Value of {setting.Key.Text ?? "?"}", value, valueFlaw);
            }
        }
    }

    /// <summary>Whether neither key nor value is such a text, as far as they are known.</summary>
    public static bool IsWritable(SysctlFact setting) =>
        (setting.Key.Text is null || KeyFlaw(setting.Key.Text) is null) && (setting.Value.Text is null || ValueFlaw(setting.Value.Text) is null);

    private static string? KeyFlaw(string key) =>
        key.Length == 0 ? "is empty"
        : key[0] == '-' ? "begins with a dash, which says there that a failure does not matter"
        : key.Any(c => c is '*' or '?' or '[') ? "is a pattern; write every setting that it is to mean"
        : !key.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '-' or '.' or '/' or ':' or '@' or '+') ? "has characters other than letters, digits and _-./:@+"
        : SysctlFacts.PathOf(key) is var path && (path.Length < 2 || path.Any(n => n is "" or "." or "..")) ? "is no path below /proc/sys"
        : null;

    private static string? ValueFlaw(string value) =>
        value.Length == 0 ? "is empty"
        : value.Any(c => c is < ' ' or > '~') ? "has line breaks, other control characters or characters outside ASCII"
        : value[0] == ' ' || value[value.Length - 1] == ' ' ? "begins or ends with a blank"
        : null;
}
