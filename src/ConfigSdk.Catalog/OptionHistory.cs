namespace ConfigSdk.Catalog;

/// <summary>One option over all bundled releases, under its newest name.</summary>
public sealed class OptionHistory
{
    private readonly bool _isOfModel;
    private readonly IReadOnlyList<Release> _seen;
    private readonly Lazy<Facts> _facts;

    private OptionHistory(OptionName name, IReadOnlyList<Release> seen, Func<Facts> facts, bool isOfModel) =>
        (Name, _seen, _facts, _isOfModel) = (name, seen, new(facts), isOfModel);

    /// <summary>The newest name.</summary>
    public OptionName Name { get; }

    /// <summary>The facts, oldest first. Ranges under an earlier name, from which nova renamed the option, are among them.</summary>
    public IReadOnlyList<OptionFacts> Ranges => _facts.Value.Ranges;

    /// <summary>First tags of stable series that got the option late; <c>SERIES+</c> where only the branch has it.</summary>
    public IReadOnlyList<string> LateTags => _facts.Value.LateTags;

    /// <summary>The newest facts.</summary>
    public OptionFacts Latest => Ranges[Ranges.Count - 1];

    /// <summary>First release that has the option under any name; for an option of a library the first beside which it was seen.</summary>
    public Release Introduced => Ranges[0].First;

    /// <summary>First release without the option; null if the newest has it. For an option of a library the first beside which it was missing.</summary>
    public Release? RemovedIn => Latest.Last is { } last ? Release.All.First(r => r > last && ExistsIn(r) == false) : null;

    /// <summary>Whether a library registers the option in any range.</summary>
    public bool IsOfLibrary => Ranges.Any(r => r.Source.Length > 0);

    /// <summary>Whether the typed model, which is made from the bundled facts, has a property for the option. What only a command line can set has none.</summary>
    public bool IsTyped => _isOfModel && Latest.Type != OptionType.SubCommand;

    /// <summary>Whether any release marks the option secret.</summary>
    public bool IsSecret => Ranges.Any(r => r.IsSecret);

    /// <summary>What the release says of the option; null if it has none, or if that is not certain.</summary>
    public OptionFacts? In(Release release)
    {
        foreach (var range in Ranges)
        {
            if (range.Covers(release))
            {
                return range;
            }
        }

        return null;
    }

    /// <summary>Whether the release has the option; null if that is not certain, which it never is for a library beside some releases.</summary>
    public bool? ExistsIn(Release release) =>
        In(release) is not null ? true
        : !IsOfLibrary || _seen.Contains(release) ? false
        : null;

    /// <summary>The later tag of the release's series that first has the option; null if none does.</summary>
    public string? LateTagIn(Release release) => LateTags.FirstOrDefault(t =>
        t.StartsWith(release.Series + ".", StringComparison.Ordinal) || t == release.Tag + "+");

    /// <summary>The names that the option had before.</summary>
    public IEnumerable<OptionName> FormerNames => Ranges.Select(r => r.Name).Where(n => n != Name).Distinct();

    /// <summary>An option whose rows are read when they are asked for.</summary>
    /// <param name="name">The newest name.</param>
    /// <param name="seen">The releases beside which the options of libraries were listed.</param>
    /// <param name="rows">The option's lines in the fact file.</param>
    /// <param name="isOfModel">Whether the model is made from it.</param>
    internal static OptionHistory OfFile(OptionName name, IReadOnlyList<Release> seen, Func<FactFile.Row[]> rows, bool isOfModel) => new(
        name, seen,
        () =>
        {
            var read = rows();
            return new(Array.ConvertAll(read, OptionFacts.Of), read[0][14].Split([','], StringSplitOptions.RemoveEmptyEntries));
        },
        isOfModel);

    /// <summary>The same option in a group for which the facts have a name that stands for many.</summary>
    /// <param name="standIn">The name in the facts.</param>
    /// <param name="group">The group.</param>
    /// <param name="whileThereIs">An option without which the group has none of these; null if there is no such condition.</param>
    internal OptionHistory InGroup(string standIn, string group, OptionHistory? whileThereIs = null) =>
        new(new(group, Name.Option), _seen, () => new(
            [
                .. Ranges.SelectMany(r => whileThereIs?.Ranges.Select(w => r.During(w)).OfType<OptionFacts>() ?? [r]).Select(r => r.InGroup(standIn, group)),
            ], LateTags), isOfModel: standIn == NovaOptions.AuthGroup);

    /// <summary>The option with what a project's own listing says of it.</summary>
    internal static OptionHistory WithOwn(OptionHistory? known, ListedOption option, Release? release, IReadOnlyList<Release> seen) => new(
        known?.Name ?? option.Name, seen,
        () =>
        {
            var own = OptionFacts.OfListing(option, release ?? Release.All[0], release, known?.In(release ?? Release.Newest));
            return new(
                [.. (known?.Ranges ?? []).SelectMany(r => release is null ? [] : r.Without(release)).Append(own).OrderBy(r => r.First)],
                known?.LateTags ?? []);
        },
        known?._isOfModel == true);

    private sealed record Facts(IReadOnlyList<OptionFacts> Ranges, IReadOnlyList<string> LateTags);
}
