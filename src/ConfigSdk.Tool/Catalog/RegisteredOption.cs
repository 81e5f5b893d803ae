using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Catalog;

/// <summary>What is known of one name in each release.</summary>
/// <param name="late">The tags of stable series that got the option late.</param>
/// <param name="source">Empty for nova's own.</param>
internal sealed class RegisteredOption(string late, string source)
{
    public string Late { get; } = late;

    public string Source { get; } = source;

    /// <summary>The columns of facts, by the release's place among all.</summary>
    public SortedDictionary<int, string[]> Facts { get; } = [];

    public int First => Facts.Keys.First();

    public int Last => Facts.Keys.Last();

    public bool IsSecret => Facts.Values.Any(f => f[7].Split(',').Contains("secret"));

    /// <summary>Whether nova registers the option while it runs, so that no listing has it.</summary>
    public bool IsDynamic => Facts.Values.Any(f => f[7].Split(',').Contains("dynamic"));

    public IEnumerable<OptionName> OldNames =>
        Facts.Values.SelectMany(f => f[8].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().Select(OptionName.ParseFact);

    public bool IsLateIn(Release release) => Late.Split(',').Any(t => t.StartsWith(release.Series + ".", StringComparison.Ordinal) || t == release.Tag + "+");

    /// <summary>What the release says, or the last one before it that is known.</summary>
    public string[]? Before(int release) => Facts.LastOrDefault(f => f.Key <= release).Value;
}
