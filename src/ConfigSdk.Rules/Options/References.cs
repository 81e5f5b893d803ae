using System.Text.RegularExpressions;
using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>Where in a text oslo.config puts other options' values, and which options it takes: those of the own group before those of [DEFAULT].</summary>
internal static class References
{
    // Python's string.Template with oslo.config's pattern of names, after \$ became $$.
    private static readonly Regex s_reference = new(@"\\\$|\$(?:\$|(?<name>[_a-z][._a-z0-9]*)|\{(?<name>[_a-z][._a-z0-9]*)\})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The references in a text. A dollar sign with another one or a backslash before it is itself, and so is one that no name follows.</summary>
    public static IEnumerable<Reference> In(string text) =>
        // What a dollar sign before \$ becomes, nobody means.
        text.Contains(@"$\$") ? [] : s_reference.Matches(text).Cast<Match>().Where(m => m.Groups["name"].Success).Select(m => new Reference(m.Groups["name"].Value, m.Index, m.Length));

    /// <summary>What nova's release makes of a reference in a value of an option.</summary>
    public static Target Resolve(string name, string group, Release release, NovaOptions options)
    {
        var dot = name.IndexOf('.');
        if (dot >= 0)
        {
            return InNamedGroup(new(name.Substring(0, dot), name.Substring(dot + 1)), group, release, options);
        }

        var own = group == "DEFAULT" ? Status.Missing : StatusOf(new(group, name), release, options);
        if (own != Status.Missing)
        {
            return new(own, new(group, name));
        }

        // Outside a group oslo.config looks for groups before options.
        return GroupStatus(name, release, options) switch
        {
            Status.There => new(Status.IsGroup, new(name, "")),
            Status.Unknown => new(Status.Unknown, default),
            _ => new(StatusOf(new("DEFAULT", name), release, options), new("DEFAULT", name)),
        };
    }

    /// <summary>Whether the release has the group.</summary>
    public static Status GroupStatus(string group, Release release, NovaOptions options)
    {
        if (group == "DEFAULT")
        {
            // It is no group to oslo.config, unless a library registers it as one.
            return release >= options.LibrariesListedBeside[0] ? Status.Missing : Status.Unknown;
        }

        var members = options.OfGroup(group).Select(o => o.ExistsIn(release) == false ? o.LateTagIn(release) is null ? false : null : o.ExistsIn(release)).ToArray();
        return members.Contains(true) ? Status.There
            : members.Contains(null) || options.MayBeMadeUp(group) ? Status.Unknown
            : Status.Missing;
    }

    private static Target InNamedGroup(OptionName name, string group, Release release, NovaOptions options) => GroupStatus(name.Group, release, options) switch
    {
        Status.There => new(StatusOf(name, release, options), name),
        Status.Missing => new(Resolve(name.Group, group, release, options).Status == Status.There ? Status.SwallowsDot : Status.NoGroup, name),
        var status => new(status, name),
    };

    private static Status StatusOf(OptionName name, Release release, NovaOptions options)
    {
        // Some versions of oslo.config find options by their old names, too.
        if (options.ReadersOf(name).Any(r => r.Range.Covers(release)))
        {
            return Status.Unknown;
        }

        if (options.Find(name) is not { } history)
        {
            return Status.Missing;
        }

        return history.In(release) is { } facts ? facts.Name == name ? Status.There : Status.Missing
            : history.ExistsIn(release) == false && history.LateTagIn(release) is null ? Status.Missing
            : Status.Unknown;
    }

    /// <summary>A reference in a text.</summary>
    /// <param name="Name">What it names: <c>option</c> or <c>group.option</c>.</param>
    /// <param name="Start">Where the dollar sign is.</param>
    /// <param name="Length">How many characters it has.</param>
    public sealed record Reference(string Name, int Start, int Length);

    /// <summary>What a reference leads to.</summary>
    /// <param name="Status">Whether there is such an option.</param>
    /// <param name="Option">The option, or what was looked for last.</param>
    public readonly record struct Target(Status Status, OptionName Option);

    /// <summary>What a release has under a name.</summary>
    public enum Status
    {
        /// <summary>That is not certain.</summary>
        Unknown,
        /// <summary>The option, or the group.</summary>
        There,
        /// <summary>No option, as far as facts tell.</summary>
        Missing,
        /// <summary>A group where an option is meant.</summary>
        IsGroup,
        /// <summary>No group of the name before the dot.</summary>
        NoGroup,
        /// <summary>No group of the name before the dot, but an option: the dot was meant to be text.</summary>
        SwallowsDot,
    }
}
