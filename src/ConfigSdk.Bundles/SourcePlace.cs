namespace ConfigSdk.Bundles;

/// <summary>Where a value was written.</summary>
/// <param name="File">The source file, relative to the project, with <c>/</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The field, property, method or variable whose declaration it stands in, such as a profile's; null where there is none.</param>
/// <param name="Value">The text of what was written there.</param>
public sealed record SourcePlace(string File, int Line, string? Member, string? Value)
{
    /// <summary>The place in words, in ASCII and without control characters: <c>Racks.cs:12 (Kvm)</c>.</summary>
    public override string ToString() =>
        string.Concat($"{File}:{Line}{(Member is null ? "" : $" ({Member})")}".Select(c => c is < ' ' or > '~' ? '?' : c));
}
