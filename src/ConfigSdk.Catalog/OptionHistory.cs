namespace ConfigSdk.Catalog;

/// <summary>One option over all bundled releases, under its newest name.</summary>
public sealed class OptionHistory
{
    internal OptionHistory(OptionName name, IReadOnlyList<OptionFacts> ranges, IReadOnlyList<string> lateTags)
    {
        Name = name;
        Ranges = ranges;
        LateTags = lateTags;
    }

    /// <summary>The newest name.</summary>
    public OptionName Name { get; }

    /// <summary>The facts, oldest first. Ranges under an earlier name, from which nova renamed the option, are among them.</summary>
    public IReadOnlyList<OptionFacts> Ranges { get; internal set; }

    /// <summary>First tags of stable series that got the option late; <c>SERIES+</c> where only the branch has it.</summary>
    public IReadOnlyList<string> LateTags { get; }

    /// <summary>The newest facts.</summary>
    public OptionFacts Latest => Ranges[Ranges.Count - 1];

    /// <summary>First release that has the option under any name.</summary>
    public Release Introduced => Ranges[0].First;

    /// <summary>First release without the option; null if the newest has it.</summary>
    public Release? RemovedIn => Latest.Last is { } last ? Release.All[last.Ordinal + 1] : null;

    /// <summary>Whether any release marks the option secret.</summary>
    public bool IsSecret => Ranges.Any(r => r.IsSecret);

    /// <summary>What the release says of the option; null if it has none.</summary>
    public OptionFacts? In(Release release) => Ranges.FirstOrDefault(r => r.Covers(release));

    /// <summary>The later tag of the release's series that first has the option; null if none does.</summary>
    public string? LateTagIn(Release release) => LateTags.FirstOrDefault(t =>
        t.StartsWith(release.Series + ".", StringComparison.Ordinal) || t == release.Tag + "+");

    /// <summary>The names that the option had before.</summary>
    public IEnumerable<OptionName> FormerNames => Ranges.Select(r => r.Name).Where(n => n != Name).Distinct();
}
