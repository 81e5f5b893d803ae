using System.Globalization;
using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Upgrade;

/// <summary>
/// What becomes of nova's options from one release to a later one, as <c>--json</c> prints it: members in camelCase, options as
/// <c>[group] option</c>, releases as tags. Members may be added; none is renamed or removed.
/// </summary>
/// <param name="From">The older release.</param>
/// <param name="To">The later release.</param>
/// <param name="Groups">The groups asked for; empty for all.</param>
/// <param name="Removed">Options that are gone.</param>
/// <param name="Renamed">Options under another name.</param>
/// <param name="Deprecated">Options that are newly deprecated for removal.</param>
/// <param name="Values">Options that take other values.</param>
/// <param name="Defaults">Options with another default.</param>
/// <param name="Added">New options.</param>
/// <param name="Late">Options that later point releases of one of the two series have, and its first has not.</param>
/// <param name="NotKnown">How much is not known.</param>
internal sealed record UpgradeReport(
    ReleaseNames From,
    ReleaseNames To,
    IReadOnlyList<string> Groups,
    IReadOnlyList<RemovedOption> Removed,
    IReadOnlyList<RenamedOption> Renamed,
    IReadOnlyList<DeprecatedOption> Deprecated,
    IReadOnlyList<OtherValues> Values,
    IReadOnlyList<OtherDefault> Defaults,
    IReadOnlyList<NewOption> Added,
    IReadOnlyList<LateOption> Late,
    NotKnown NotKnown)
{
    /// <summary>Compares two releases.</summary>
    /// <param name="options">The options.</param>
    /// <param name="from">The older release.</param>
    /// <param name="to">The later release.</param>
    /// <param name="groups">The groups to look at; all if empty.</param>
    public static UpgradeReport Of(NovaOptions options, Release from, Release to, IReadOnlyList<string> groups)
    {
        // What only a command line can set is none of nova.conf's.
        var all = options.All.Where(o => o.Latest.Type != OptionType.SubCommand).Select(o => new OptionChange(o, from, to))
            .Where(c => groups.Count == 0 || new[] { c.Before?.Name.Group, c.After?.Name.Group, c.Option.Name.Group }.Intersect(groups).Any()).ToArray();
        var changes = all.Where(c => c.IsCertain).ToArray();
        return new UpgradeReport(
            ReleaseNames.Of(from),
            ReleaseNames.Of(to),
            groups,
            [.. changes.Where(c => c.IsRemoved).Select(c => new RemovedOption(
                c.Before!.Name.ToString(), Since(c, f => f is null), c.Before.DeprecatedForRemovalSince is not null,
                [.. options.ReadersOf(c.Before.Name).Where(r => r.Option != c.Option && r.Range.Covers(to)).Select(r => r.Range.Name.ToString()).Distinct()]))],
            [.. changes.Where(c => c.IsRenamed).Select(c => new RenamedOption(
                c.Before!.Name.ToString(), c.After!.Name.ToString(), Since(c, f => f?.Name), c.After.OldNames.Contains(c.Before.Name)))],
            [.. changes.Where(c => c.IsNewlyDeprecated).Select(c => new DeprecatedOption(
                c.After!.Name.ToString(), Since(c, f => f?.DeprecatedForRemovalSince is not null), c.Option.RemovedIn?.Tag))],
            [.. changes.Where(c => c.TakesOthers).Select(c => new OtherValues(
                c.After!.Name.ToString(), Since(c, f => f is null ? null : Takes(f)), Takes(c.Before!), Takes(c.After), c.Refuses))],
            [.. changes.Where(c => c.HasOtherDefault == true).Select(c => new OtherDefault(
                c.After!.Name.ToString(), Since(c, f => (f?.Default, f?.HasComputedDefault)), c.Before!.Default, c.After.Default))],
            [.. changes.Where(c => c.IsNew).Select(c => new NewOption(
                c.After!.Name.ToString(), Since(c, f => f is not null), c.After.Type.ToString(), c.After.Default))],
            [.. changes.Where(c => c.LateTags.Any()).Select(c => new LateOption(
                c.Option.Name.ToString(), [.. c.LateTags.Where(t => !t.EndsWith('+'))], [.. c.LateTags.Where(t => t.EndsWith('+')).Select(t => t.TrimEnd('+'))]))],
            new NotKnown(all.Length - changes.Length, changes.Count(c => c.HasOtherDefault is null)));
    }

    private static string Since(OptionChange change, Func<OptionFacts?, object?> respect) => change.Since(respect).Tag;

    /// <summary>What an option takes: oslo.config's type, and what narrows it.</summary>
    private static string Takes(OptionFacts facts)
    {
        var choices = facts.Choices.Count > 0 ? facts.Choices : facts.ItemChoices;
        var parts = new[]
        {
            (facts.IsMultiValued ? "several times " : "") + facts.Type,
            choices.Count > 0 ? "of " + string.Join(", ", choices.Select(c => c.Length == 0 ? "''" : c)) : facts.ItemType is { } item ? "of " + item : null,
            facts.IgnoresCase ? "in any case" : null,
            facts.Min is { } min ? "from " + min.ToString(CultureInfo.InvariantCulture) : null,
            facts.Max is { } max ? "to " + max.ToString(CultureInfo.InvariantCulture) : null,
            facts.MaxLength is { } length ? $"of at most {length} characters" : null,
            facts.Regex is { } pattern ? "that matches " + pattern : null,
        };
        return string.Join(" ", parts.OfType<string>());
    }
}

/// <summary>A release by all its names.</summary>
/// <param name="Tag">The first tag of the series.</param>
/// <param name="Name">The code name.</param>
/// <param name="Coordinated">The OpenStack release; null before there were any.</param>
internal sealed record ReleaseNames(string Tag, string Name, string? Coordinated)
{
    public static ReleaseNames Of(Release release) => new(release.Tag, release.Name, release.Coordinated.Length == 0 ? null : release.Coordinated);
}

/// <summary>An option that is gone: what is set there is ignored without a word.</summary>
/// <param name="Option">The name.</param>
/// <param name="Since">The first release without it.</param>
/// <param name="WasDeprecated">Whether the older release had announced it.</param>
/// <param name="ReadBy">Other options that read what stands under the name.</param>
internal sealed record RemovedOption(string Option, string Since, bool WasDeprecated, IReadOnlyList<string> ReadBy);

/// <summary>An option under another name.</summary>
/// <param name="OldName">The older release's.</param>
/// <param name="Option">The later release's.</param>
/// <param name="Since">The first release with the name.</param>
/// <param name="OldNameIsRead">Whether the later release still reads the old name.</param>
internal sealed record RenamedOption(string OldName, string Option, string Since, bool OldNameIsRead);

/// <summary>An option that is newly deprecated for removal.</summary>
/// <param name="Option">The name.</param>
/// <param name="Since">The first release that says so.</param>
/// <param name="RemovedIn">The release that has removed it since; null if none that is bundled.</param>
internal sealed record DeprecatedOption(string Option, string Since, string? RemovedIn);

/// <summary>An option that takes other values.</summary>
/// <param name="Option">The name.</param>
/// <param name="Since">The first release that takes what the later one takes.</param>
/// <param name="Before">What the older release takes, in words.</param>
/// <param name="After">What the later release takes, in words.</param>
/// <param name="Refused">What was accepted and is refused now, in words; empty if the option only takes more.</param>
internal sealed record OtherValues(string Option, string Since, string Before, string After, IReadOnlyList<string> Refused);

/// <summary>An option with another default.</summary>
/// <param name="Option">The name.</param>
/// <param name="Since">The first release with the default.</param>
/// <param name="Before">The older release's; null for none.</param>
/// <param name="After">The later release's; null for none.</param>
internal sealed record OtherDefault(string Option, string Since, string? Before, string? After);

/// <summary>A new option.</summary>
/// <param name="Option">The name.</param>
/// <param name="Since">The first release that has it.</param>
/// <param name="Type">oslo.config's type.</param>
/// <param name="Default">The default; null for none, or one that nova computes when it starts.</param>
internal sealed record NewOption(string Option, string Since, string Type, string? Default);

/// <summary>An option that a stable series got late.</summary>
/// <param name="Option">The name.</param>
/// <param name="Tags">The first point releases that have it.</param>
/// <param name="BranchesAfter">The tags after which only the stable branch has it.</param>
internal sealed record LateOption(string Option, IReadOnlyList<string> Tags, IReadOnlyList<string> BranchesAfter);

/// <summary>What the facts do not tell, and is in none of the lists.</summary>
/// <param name="Options">Options of libraries that were listed beside other releases only.</param>
/// <param name="Defaults">Options whose default nova computes when it starts, in one of the two releases.</param>
internal sealed record NotKnown(int Options, int Defaults);
