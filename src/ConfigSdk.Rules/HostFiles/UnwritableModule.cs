namespace ConfigSdk.Rules.HostFiles;

/// <summary>A module's or a parameter's text that would be read as something else.</summary>
internal sealed class UnwritableModule : HostRule
{
    // MODULE_NAME_LEN of 64-bit kernels, without the final NUL.
    private const int MaxNameLength = 55;

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2005", "Module or parameter that the files cannot hold",
        "{0} '{1}' {2}; /etc/modules or modprobe.d would be read otherwise than meant, so nothing is written",
        Consequence.Refused, "Both files are read line by line and word by word. Text that could end a line or a word could make the kernel load or do something else.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var module in node.KnownModules)
        {
            if (module.Name.Text is { } name && NameFlaw(name) is { } flaw)
            {
                yield return Found(At(module), "Module name", name, flaw);
            }

            foreach (var (parameter, value, _) in module.Parameters)
            {
                if (parameter.Text is { } key && NameFlaw(key) is { } keyFlaw)
                {
                    yield return Found(parameter.Origin is null ? module.Declared : parameter, "Parameter name", key, keyFlaw);
                }
                else if (value.Text is { } text && ValueFlaw(text) is { } valueFlaw)
                {
                    yield return Found(value, $"Value of the parameter {parameter.Text ?? "?"}", text, valueFlaw);
                }
            }
        }
    }

    /// <summary>What is wrong with a module's or a parameter's name; null if nothing is.</summary>
    public static string? NameFlaw(string name) =>
        name.Length == 0 ? "is empty"
        : name.Length > MaxNameLength ? "is longer than the 55 characters that the kernel takes"
        : name[0] == '-' ? "begins with a dash, as only options of commands do"
        : name.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '-') ? null
        : "has characters other than letters, digits, _ and -";

    /// <summary>
    /// What is wrong with a parameter's value; null if nothing is. The kernel splits parameters at white space, by Latin-1's idea of it, and
    /// takes quotes away; kmod drops backslashes.
    /// </summary>
    public static string? ValueFlaw(string value) =>
        value.Any(c => c is <= ' ' or > '~') ? "has white space, control characters or characters outside ASCII"
        : value.Any(c => c is '"' or '\'' or '\\' or '`') ? "has quotes or backslashes"
        : null;
}
