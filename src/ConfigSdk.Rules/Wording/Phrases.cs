using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Wording;

/// <summary>Parts of messages that several rules share.</summary>
internal static class Phrases
{
    /// <summary>A second sentence for a name that is nearly right; nothing if there is none.</summary>
    public static string DidYouMean(string? suggestion) => suggestion is null ? "" : $". Did you mean '{suggestion}'?";

    /// <summary><c>a, b or c</c>.</summary>
    public static string OneOf(IReadOnlyCollection<string> names) => Joined(names, " or ");

    /// <summary><c>a, b and c</c>.</summary>
    public static string AllOf(IReadOnlyCollection<string> names) => Joined(names, " and ");

    /// <summary>The release as messages say it, or nova in general.</summary>
    public static string Nova(Release? release) => release?.DisplayName ?? "nova";

    private static string Joined(IReadOnlyCollection<string> names, string last) =>
        names.Count < 2 ? string.Concat(names) : string.Join(", ", names.Take(names.Count - 1)) + last + names.Last();
}
