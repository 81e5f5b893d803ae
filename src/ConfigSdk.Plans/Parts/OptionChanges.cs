using ConfigSdk.Catalog;
using ConfigSdk.Plans.Reading;
using ConfigSdk.Rules;
using ConfigSdk.Rules.Security;

namespace ConfigSdk.Plans.Parts;

/// <summary>Compares what nova reads: nova.conf and the files beside it, option by option.</summary>
internal static class OptionChanges
{
    private const string Hidden = "(secret)";
    private static readonly string[] s_files = ["/etc/nova/nova.conf", "/etc/nova/nova-compute.conf"];
    private static readonly string[] s_directories = ["/etc/nova/nova.conf.d", "/etc/nova/nova-compute.conf.d"];
    private static readonly string[] s_secretWords = ["pass", "secret", "token", "credential", "key"];

    /// <summary>Reads a node's files, in the order in which nova does that is given no other.</summary>
    public static NovaConfiguration Read(NodeFiles node, Release release) => new(
        s_files.Concat(s_directories.SelectMany(d => node.In(d, ".conf"))).Select(p => (Path: node.PathOf(p), Text: node.Text(p))).Where(f => f.Text is not null).Select(f => OsloFile.Read(f.Path, f.Text!)),
        release, FactCatalog.Bundled.Options);

    /// <summary>Compares.</summary>
    /// <param name="before">The options before.</param>
    /// <param name="after">The options after.</param>
    /// <param name="notCompared">Takes the names of secrets that cannot be compared.</param>
    public static IEnumerable<Change> Of(NovaConfiguration before, NovaConfiguration after, ICollection<string> notCompared)
    {
        foreach (var option in InOrder(before.Set.Union(after.Set)))
        {
            if (Compare(option, before, after, notCompared) is { } change)
            {
                yield return change;
            }
        }

        foreach (var name in before.Unread.Union(after.Unread).OrderBy(n => n.ToString(), StringComparer.Ordinal))
        {
            var (old, later) = (before.TextsOf(name), after.TextsOf(name));
            var isSecret = s_secretWords.Any(w => name.Option.Contains(w, StringComparison.OrdinalIgnoreCase));
            if (IsUncertain(isSecret, old, later))
            {
                notCompared.Add(name.ToString());
            }
            else if (!old.SequenceEqual(later, StringComparer.Ordinal))
            {
                // An option that was once nova's and is no more has no reader; of what was never known a plug-in may be one.
                var isGone = FactCatalog.Bundled.Options.Find(name)?.ExistsIn(after.Release) == false;
                yield return new("option", name.ToString(), Text(old, isSecret), Text(later, isSecret), [isGone ? Effect.Nothing : Effect.RestartService]);
            }
        }
    }

    /// <summary>What a bundle declares in vain: a file that only the host has is read after nova.conf, and says otherwise.</summary>
    /// <param name="declared">The bundle's nova.conf alone.</param>
    /// <param name="inEffect">All that nova reads once the bundle is on the host.</param>
    /// <param name="declaredIsLater">Whether the bundle is what shall be.</param>
    public static IEnumerable<Change> InVain(NovaConfiguration declared, NovaConfiguration inEffect, bool declaredIsLater) =>
        InOrder(declared.Set).Select(o => declaredIsLater ? Compare(o, inEffect, declared, []) : Compare(o, declared, inEffect, [])).OfType<Change>()
            .Select(c => c with { Takes = [Effect.Overruled] });

    private static IEnumerable<OptionHistory> InOrder(IEnumerable<OptionHistory> options) =>
        options.OrderBy(o => o.Name.Group != "DEFAULT").ThenBy(o => o.Name.ToString(), StringComparer.Ordinal);

    private static Change? Compare(OptionHistory option, NovaConfiguration before, NovaConfiguration after, ICollection<string> notCompared)
    {
        var (old, later) = (before.StateOf(option), after.StateOf(option));
        var facts = later.Facts ?? old.Facts!;
        var isSecret = SecretInBundle.IsSecret(option.Name, FactCatalog.Bundled.Options);
        if (IsUncertain(isSecret, old.Values, later.Values))
        {
            notCompared.Add(facts.Name.ToString());
            return null;
        }

        // A default that nova computes is known to be the same only if both sides leave it to that.
        var isSame = old.Values is null || later.Values is null ? old.IsDefault && later.IsDefault
            : (old.Facts is null) == (later.Facts is null) && OptionValues.AreSame(option.Name, facts, after.Release, old.Values, later.Values);
        return isSame ? null : new("option", facts.Name.ToString(), Text(old, isSecret), Text(later, isSecret), OptionEffects.Of(option, later.Facts))
        {
            BeforeIsDefault = old is { IsDefault: true, Facts: not null }, AfterIsDefault = later is { IsDefault: true, Facts: not null },
        };
    }

    // Where a secret is says nothing of what it is.
    private static bool IsUncertain(bool isSecret, IReadOnlyList<string>? before, IReadOnlyList<string>? after) =>
        isSecret && before is { Count: > 0 } && after is { Count: > 0 } && before.Any(IsMark) != after.Any(IsMark);

    private static bool IsMark(string text) => SecretText.Parse(text) is not null;

    private static string? Text(OptionState state, bool isSecret) =>
        state.Values is null ? "(computed when nova starts)" : Text(state.Values, isSecret && !state.IsDefault);

    private static string? Text(IReadOnlyList<string> values, bool isSecret) => values.Count == 0 ? null
        : string.Join(" | ", values.Select(v => SecretText.Parse(v) is { } mark ? $"(secret from {mark.Source} {mark.Reference})" : isSecret ? Hidden : PasswordInUrl.Masked(v)));
}
