using System.Globalization;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules;

/// <summary>
/// Options as nova will read them: what is declared, or the target release's default. All are null where that is not certain: the option or the
/// release is not known, the text refers to other options, or (NOVA5001 says so) it is none that nova takes.
/// </summary>
internal static class EffectiveOptions
{
    /// <summary>The text; null also where nova has no default.</summary>
    public static string? TextOf(this NodeFacts node, string group, string option) =>
        node.Effective(group, option).Text is { } text && !OptionText.HasReference(text) ? text : null;

    /// <summary>Whether the option is on.</summary>
    public static bool? IsOn(this NodeFacts node, string group, string option) =>
        node.TextOf(group, option) is { } text ? BooleanWords.OfOption(text) : null;

    /// <summary>The number.</summary>
    public static double? NumberOf(this NodeFacts node, string group, string option) =>
        node.TextOf(group, option) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The items of a list, or of an option that is given several times; null if some may be missing or are not known.</summary>
    public static IReadOnlyList<Known>? ItemsOf(this NodeFacts node, string group, string option) => node.Option(group, option) switch
    {
        Sequence list => KnownItems.All(list) is { } items && !items.Any(i => OptionText.HasReference(i.Value)) ? items : null,
        Unset when node.Effective(group, option) is Unset => [],
        Unset when node.TextOf(group, option) is { } text => [.. text.Split(',').Select(i => i.Trim()).Where(i => i.Length > 0).Select(i => new Known(i, null))],
        _ => null,
    };

    /// <summary>Whether the declaration sets the option, for certain, in a release that has it.</summary>
    public static bool Sets(this NodeFacts node, string group, string option) =>
        node.Option(group, option).IsSet && node.Target.Release is { } release && node.Catalog.Options.Find(group, option)?.ExistsIn(release) == true;

    /// <summary>Whether the declaration sets the option, for certain, to what it would not be anyway.</summary>
    public static bool Changes(this NodeFacts node, string group, string option) =>
        node.Sets(group, option)
        && (node.Catalog.Options.Find(group, option)!.In(node.Target.Release!)?.Default is not { } usual || (WholeText(node.Option(group, option)) is { } text && text != usual));

    private static string? WholeText(PartialValue value) => value.Text ?? (KnownItems.All(value) is { } items ? string.Join(",", items.Select(i => i.Value)) : null);
}
