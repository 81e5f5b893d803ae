namespace ConfigSdk.Rules.HostFiles;

/// <summary>An argument of the kernel's command line that would be read as something else.</summary>
internal sealed class UnwritableKernelArgument : HostRule
{
    // What means nothing to a shell in double quotes, nothing to GRUB's own language on the line that it makes of it, and nothing to the kernel.
    private const string Plain = "_-+.,:/=@%^~!";

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2035", "Argument that the kernel's command line cannot hold",
        "{0} '{1}' {2}; the kernel would not be booted with what is meant, so nothing is written",
        Consequence.Refused, "The fragment is read by a shell, what grub-mkconfig makes of it by GRUB's own language, and the command line by the kernel, which splits it at white space outside of double quotes.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var isWritten = node.WritesGrubFragment();
        foreach (var argument in node.KernelArguments())
        {
            if (argument.Name.Text is { } name && NameFlaw(name) is { } nameFlaw)
            {
                yield return Found(argument.Name, "Argument", name, nameFlaw);
            }
            else if (argument.Value.Text is { } value && ValueFlaw(value, isWritten) is { } valueFlaw)
            {
                yield return Found(argument.Value, $"Value of {argument.Name.Text ?? "?"}", value, valueFlaw);
            }
        }

        foreach (var (what, value) in isWritten ? UnreadableSettings(node) : [])
        {
            yield return Found(value, what, value.Text!, "cannot be read, and so not be written as an argument");
        }
    }

    /// <summary>Whether neither name nor value is such a text, as far as they are known.</summary>
    public static bool IsWritable(NodeFacts node, KernelArgumentFact argument) =>
        (argument.Name.Text is null || NameFlaw(argument.Name.Text) is null)
        && (argument.Value.Text is null || ValueFlaw(argument.Value.Text, node.WritesGrubFragment()) is null);

    /// <summary>What is declared of isolated CPUs and huge pages, of which no argument can be made.</summary>
    public static IEnumerable<(string What, PartialValue Value)> UnreadableSettings(NodeFacts node)
    {
        var isolated = node.Host(ModelNames.Kernel, ModelNames.IsolatedCpus);
        if (isolated.Text is not null && node.IsolatedCpus() is null)
        {
            yield return ("Set of isolated CPUs", isolated);
        }

        foreach (var pool in (node.Host(ModelNames.Kernel, ModelNames.HugePages) as Sequence)?.Items.OfType<Record>() ?? [])
        {
            if (pool[ModelNames.Size] is { Text: { } text } size && HostKernelFacts.SizeOf(text) is null)
            {
                yield return ("Huge page size", size);
            }

            if (pool[ModelNames.Count] is { Text: { } number } count && number.StartsWith("-", StringComparison.Ordinal))
            {
                yield return ("Number of huge pages", count);
            }
        }
    }

    private static string? NameFlaw(string name) =>
        name.Length == 0 ? "is empty"
        : name.Contains('=') ? "has a =; write what stands behind it as the argument's value"
        : name[0] == '-' ? "begins with a dash; what stands behind -- on the command line is not the kernel's"
        : name.All(c => IsAlphanumeric(c) || c is '_' or '-' or '.') ? null
        : "has characters other than letters, digits and _-.";

    private static string? ValueFlaw(string value, bool isWritten) =>
        value.Any(c => c is <= ' ' or > '~') ? "has white space, control characters or characters outside ASCII"
        : value.Contains('"') ? "has double quotes, which the kernel takes away"
        : isWritten && !value.All(c => IsAlphanumeric(c) || Plain.Contains(c)) ? $"has characters that GRUB's scripts may give a meaning: others than letters, digits and {Plain}"
        : null;

    private static bool IsAlphanumeric(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9';
}
