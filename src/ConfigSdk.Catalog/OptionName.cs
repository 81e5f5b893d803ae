namespace ConfigSdk.Catalog;

/// <summary>A nova option's full name: <c>[libvirt] cpu_mode</c>.</summary>
/// <param name="Group">The group as the file's section header has it, without brackets; <c>DEFAULT</c> in capitals.</param>
/// <param name="Option">The option's <c>dest</c>: with underscores.</param>
public readonly record struct OptionName(string Group, string Option)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static OptionName Parse(string text)
    {
        var end = text.IndexOf("] ", StringComparison.Ordinal);
        return text.Length > 0 && text[0] == '[' && end > 0
            ? new OptionName(text.Substring(1, end - 1), text.Substring(end + 2))
            : throw new FormatException($"'{text}' is not an option's name of the form [group] option");
    }

    /// <summary>Reads the form that fact files have: <c>group/option</c>.</summary>
    internal static OptionName ParseFact(string text)
    {
        var parts = text.Split(['/'], 2);
        return new OptionName(parts[0], parts[1]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"[{Group}] {Option}";
}
