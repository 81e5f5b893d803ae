using System.Globalization;

namespace ConfigSdk.Catalog;

/// <summary>What becomes of one option between two releases.</summary>
public sealed class OptionChange
{
    // What takes every text that the other took.
    private static readonly HashSet<(OptionType Before, OptionType After)> s_wider =
    [
        (OptionType.Port, OptionType.Integer), (OptionType.Port, OptionType.Float), (OptionType.Integer, OptionType.Float),
        (OptionType.IPAddress, OptionType.HostAddress), (OptionType.IPAddress, OptionType.HostDomain), (OptionType.HostAddress, OptionType.HostDomain),
    ];

    /// <summary>Compares.</summary>
    /// <param name="option">The option.</param>
    /// <param name="from">The one release.</param>
    /// <param name="to">The other.</param>
    public OptionChange(OptionHistory option, Release from, Release to)
    {
        (Option, From, To) = (option, from, to);
        (Before, After) = (option.In(from), option.In(to));
        Refuses = Before is null || After is null ? [] : [.. Refusals(Before, After)];
    }

    /// <summary>The option.</summary>
    public OptionHistory Option { get; }

    /// <summary>The one release.</summary>
    public Release From { get; }

    /// <summary>The other.</summary>
    public Release To { get; }

    /// <summary>What the one release says of the option.</summary>
    public OptionFacts? Before { get; }

    /// <summary>What the other says.</summary>
    public OptionFacts? After { get; }

    /// <summary>Whether it is certain of both releases that they have the option, or have it not. Of a library's it is only beside some.</summary>
    public bool IsCertain => Option.ExistsIn(From) is not null && Option.ExistsIn(To) is not null;

    /// <summary>Whether the option came.</summary>
    public bool IsNew => IsCertain && Before is null && After is not null;

    /// <summary>Whether the option is gone.</summary>
    public bool IsRemoved => IsCertain && Before is not null && After is null;

    /// <summary>Whether the option has another name.</summary>
    public bool IsRenamed => Before is not null && After is not null && Before.Name != After.Name;

    /// <summary>Whether the option is deprecated for removal, and was not before.</summary>
    public bool IsNewlyDeprecated => Before is { DeprecatedForRemovalSince: null } && After is { DeprecatedForRemovalSince: not null };

    /// <summary>Whether the default is another; null if that is not known, for nova computes one of the two when it starts.</summary>
    public bool? HasOtherDefault =>
        Before is null || After is null || (Before.HasComputedDefault && After.HasComputedDefault) ? false
        : Before.HasComputedDefault || After.HasComputedDefault ? null
        : Before.Default != After.Default && !(HasNoItem(Before) && HasNoItem(After));

    /// <summary>Whether the option takes other values, more or fewer.</summary>
    public bool TakesOthers => Before is not null && After is not null && Form(Before) != Form(After);

    /// <summary>What was accepted before and is refused now, in words.</summary>
    public IReadOnlyList<string> Refuses { get; }

    /// <summary>The tag of the later point release, in one of the two series, that got the option although the first has it not.</summary>
    public IEnumerable<string> LateTags =>
        new[] { (Release: From, Facts: Before), (Release: To, Facts: After) }.Where(r => r.Facts is null).Select(r => Option.LateTagIn(r.Release)).OfType<string>().Distinct();

    /// <summary>The release since which the option is in this respect as it is in the newer of the two.</summary>
    public Release Since(Func<OptionFacts?, object?> respect)
    {
        var since = From > To ? From : To;
        var oldest = From > To ? To : From;
        var now = respect(Option.In(since));
        while (since > oldest && Equals(respect(Option.In(Release.All[since.Ordinal - 1])), now))
        {
            since = Release.All[since.Ordinal - 1];
        }

        return since;
    }

    // No list at all and an empty one are the same to nova, and so is no text where an option became a list.
    private bool HasNoItem(OptionFacts facts) =>
        string.IsNullOrEmpty(facts.Default) && (Before!.Type is OptionType.List or OptionType.Dict || After!.Type is OptionType.List or OptionType.Dict);

    private static string Form(OptionFacts facts) => string.Join(
        "\n", facts.Type, facts.IsMultiValued, facts.IgnoresCase, facts.Min, facts.Max, facts.MaxLength, facts.Regex, facts.ItemType,
        Listed(facts.Choices), Listed(facts.ItemChoices));

    private static string Listed(IEnumerable<string> choices) => string.Join("\t", choices.OrderBy(c => c, StringComparer.Ordinal));

    private static IEnumerable<string> Refusals(OptionFacts before, OptionFacts after)
    {
        if (before.Type != after.Type && after.Type is not (OptionType.String or OptionType.List) && !s_wider.Contains((before.Type, after.Type)))
        {
            yield return $"what is no {after.Type}";
        }

        foreach (var (had, has) in new[] { (before.Choices, after.Choices), (before.ItemChoices, after.ItemChoices) })
        {
            if (has.Count == 0)
            {
                continue;
            }

            var compare = after.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
            if (had.Count == 0)
            {
                yield return "all but " + Joined(has);
            }
            else if (had.Except(has, compare).ToArray() is { Length: > 0 } gone)
            {
                yield return Joined(gone);
            }
        }

        if (after.Min is { } min && !(before.Min >= min))
        {
            yield return "less than " + Text(min);
        }

        if (after.Max is { } max && !(before.Max <= max))
        {
            yield return "more than " + Text(max);
        }

        if (after.MaxLength is { } length && !(before.MaxLength <= length))
        {
            yield return $"more than {length} characters";
        }

        if (after.Regex is { } pattern && before.Regex != pattern)
        {
            yield return (before.Regex is { } old ? $"what matches {old} but not " : "what does not match ") + pattern;
        }
    }

    private static string Joined(IEnumerable<string> values) => string.Join(", ", values.Select(v => v.Length == 0 ? "''" : v));

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
